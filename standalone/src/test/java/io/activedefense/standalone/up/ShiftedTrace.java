// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tukaani.xz.XZInputStream;

/** The real trace with all its times moved by as much as makes its last line be of now, and what is expected of it. */
final class ShiftedTrace {
    static final String TRACE = "marx.log.xz";

    private static final String EXPECTED = "marx-expected-ports10-hosts4.csv";
    private static final String TIME_KEY = "TimeReceived=";
    private static final String SOURCE_KEY = "SrcIP=";
    private static final int HEADER_TIME = 15;
    private static final DateTimeFormatter PAN_OS = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT);

    private final byte[] text;
    private final SortedSet<String> expected;
    private final Map<String, Instant> lastSeen;

    private ShiftedTrace(byte[] text, SortedSet<String> expected, Map<String, Instant> lastSeen) {
        this.text = text;
        this.expected = expected;
        this.lastSeen = lastSeen;
    }

    static ShiftedTrace endingNow(Path traces) throws IOException {
        List<String> lines = lines(traces.resolve(TRACE));
        Instant last =
                lines.stream().map(ShiftedTrace::timeOf).max(Instant::compareTo).orElseThrow();
        Duration shift =
                Duration.ofSeconds(Duration.between(last, Instant.now()).toSeconds());
        var text = new ByteArrayOutputStream();
        var lastSeen = new HashMap<String, Instant>();
        for (String line : lines) {
            Instant time = timeOf(line).plus(shift);
            text.writeBytes(shifted(line, time).getBytes(StandardCharsets.UTF_8));
            lastSeen.merge(valueOf(line, SOURCE_KEY), time, (one, other) -> one.isAfter(other) ? one : other);
        }
        var expected = Files.readAllLines(traces.resolve(EXPECTED)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ShiftedTrace(text.toByteArray(), expected, lastSeen);
    }

    byte[] text() {
        return text;
    }

    long lines() {
        return new String(text, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    SortedSet<String> expectedSources() {
        return expected;
    }

    SortedSet<String> expectedSeenSince(Instant time) {
        return expected.stream()
                .filter(source -> lastSeen.getOrDefault(source, Instant.MIN).isAfter(time))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines(Path trace) throws IOException {
        var lines = new ArrayList<String>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(trace)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Instant timeOf(String line) {
        return LocalDateTime.parse(valueOf(line, TIME_KEY), PAN_OS).toInstant(ZoneOffset.UTC);
    }

    private static String valueOf(String line, String key) {
        int from = line.indexOf(key) + key.length();
        return line.substring(from, line.indexOf(';', from));
    }

    /** As a device whose clock shows this host's zone would have written it. */
    private static String shifted(String line, Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault());
        int from = line.indexOf(TIME_KEY) + TIME_KEY.length();
        return HEADER.format(local)
                + line.substring(HEADER_TIME, from)
                + PAN_OS.format(local)
                + line.substring(line.indexOf(';', from))
                + "\n";
    }
}
