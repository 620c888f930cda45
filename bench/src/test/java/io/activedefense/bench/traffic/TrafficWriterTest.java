// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void writesWhatIsDueAndNothingThatIsNot() throws IOException {
        try (var writer = writer()) {
            long first = writer.writeUntil(NOON.plusSeconds(10));
            assertThat(lines()).hasSize((int) first).allMatch(line -> line.endsWith(";"));

            assertThat(writer.writeUntil(NOON.plusSeconds(10))).isZero();

            long second = writer.writeUntil(NOON.plusSeconds(20));
            assertThat(lines()).hasSize((int) (first + second));
            assertThat(second).isPositive();
        }
    }

    @Test
    void addsToFilesThatAreThere() throws IOException {
        try (var writer = writer()) {
            writer.write(100);
        }
        try (var writer = writer()) {
            writer.write(100);
        }
        assertThat(lines()).hasSize(200);
    }

    @Test
    void aFirewallHasItsOwnFile() throws IOException {
        try (var writer = writer()) {
            writer.write(100);
        }
        assertThat(folder.resolve("PA-DEMO-1.log")).content().doesNotContain(" PA-DEMO-2 ");
        assertThat(folder.resolve("PA-DEMO-2.log")).content().doesNotContain(" PA-DEMO-1 ");
    }

    private TrafficWriter writer() {
        return new TrafficWriter(folder, new TrafficGenerator(TrafficPlan.demo(1, NOON, 50, ZoneOffset.UTC)));
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
