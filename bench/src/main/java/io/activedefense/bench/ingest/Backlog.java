// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.bench.traffic.TrafficWriter;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Log files that wait to be read, in a folder that nobody watches yet.
 *
 * @param files one a firewall
 * @param lines in all of them
 * @param bytes in all of them
 */
record Backlog(List<Path> files, long lines, long bytes) {
    private static final int LINES_A_STEP = 20_000;
    private static final int LINES_PER_SECOND = 2_000;
    private static final int SAMPLE = 20_000;
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    /** Writes generated lines until there are so many bytes. */
    static Backlog written(Path folder, long seed, long atLeastBytes) throws IOException {
        Files.createDirectories(folder);
        long lines = 0;
        try (var writer = new TrafficWriter(folder, generator(seed))) {
            for (; bytesIn(folder) < atLeastBytes; lines += LINES_A_STEP) {
                writer.write(LINES_A_STEP);
            }
        }
        return new Backlog(filesIn(folder), lines, bytesIn(folder));
    }

    /** Gives them, as they are, to whoever watches that folder. */
    void moveTo(Path watched, String prefix) throws IOException {
        for (Path file : files) {
            Files.move(file, watched.resolve(prefix + file.getFileName()));
        }
    }

    /** The bytes of an event that such a line becomes, on average. */
    static int eventBytes() {
        var generator = generator(1);
        var writer = new FirewallEventWriter();
        var file = new FileIdentity(1, 1, 0);
        byte[] device = "PA-EDGE-1".getBytes(StandardCharsets.UTF_8);
        long bytes = 0;
        for (int i = 0; i < SAMPLE; i++) {
            generator.next().event(writer);
            writer.line(file, i * 350L, 350).text(EventText.DEVICE, device, 0, device.length);
            bytes += writer.build().bytes().length;
        }
        return (int) (bytes / SAMPLE);
    }

    private static TrafficGenerator generator(long seed) {
        return new TrafficGenerator(TrafficPlan.demo(seed, BEGIN, LINES_PER_SECOND, ZoneOffset.UTC));
    }

    private static long bytesIn(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : filesIn(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
