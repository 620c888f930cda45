// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Appends a generator's lines to one file a firewall, as rsyslog does. Step it; it never waits. */
public final class TrafficWriter implements AutoCloseable {
    private static final int BATCH = 1 << 16;

    private final Path folder;
    private final TrafficGenerator generator;
    private final LineText lineText = new LineText();
    private final Map<String, OutputStream> files = new TreeMap<>();
    private final Map<String, StringBuilder> texts = new TreeMap<>();

    public TrafficWriter(Path folder, TrafficGenerator generator) {
        this.folder = folder;
        this.generator = generator;
    }

    /** Writes the lines that are due up to this time; how many. */
    public long writeUntil(Instant time) throws IOException {
        long lines = 0;
        while (!generator.nextAt().isAfter(time)) {
            append(generator.next());
            lines++;
        }
        flush();
        return lines;
    }

    /** Writes this many lines, whenever they are due. */
    public void write(long lines) throws IOException {
        for (long line = 0; line < lines; line++) {
            append(generator.next());
        }
        flush();
    }

    private void append(FirewallLine line) throws IOException {
        String firewall = line.firewall().name();
        StringBuilder text = texts.computeIfAbsent(firewall, name -> new StringBuilder());
        lineText.append(line, text);
        if (text.length() > BATCH) {
            flush(firewall, text);
        }
    }

    private void flush() throws IOException {
        for (var text : texts.entrySet()) {
            flush(text.getKey(), text.getValue());
        }
    }

    private void flush(String firewall, StringBuilder text) throws IOException {
        if (!text.isEmpty()) {
            file(firewall).write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    private OutputStream file(String firewall) throws IOException {
        OutputStream file = files.get(firewall);
        if (file == null) {
            file = Files.newOutputStream(
                    folder.resolve(firewall + ".log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            files.put(firewall, file);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        flush();
        for (OutputStream file : files.values()) {
            file.close();
        }
    }
}
