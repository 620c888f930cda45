// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.kafka.Topics;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The program that docs/reference/topics.md shows does what it says. */
class DashboardExampleTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "BlacklistDashboard.java");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> printed = new CopyOnWriteArrayList<>();

    @Test
    void itPrintsWhatIsListedAndReleased() throws Exception {
        try (var kafka = new TestKafka()) {
            kafka.topics().ensure();
            publish(kafka, "8.8.4.4", null);
            Process dashboard = start(kafka);
            try {
                awaits("listed 8.8.4.4 [\"port-scan\"], 1 listed");
                publish(kafka, "9.9.9.9", null);
                awaits("listed 9.9.9.9 [\"port-scan\"], 2 listed");
                publish(kafka, "8.8.4.4", NOON);
                awaits("released 8.8.4.4, 1 listed");
            } finally {
                dashboard.destroy();
            }
        }
    }

    private void awaits(String line) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(printed).contains(line));
    }

    private Process start(TestKafka kafka) throws Exception {
        String servers = kafka.connection().properties().get("bootstrap.servers");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EXAMPLE.toString(),
                        servers)
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        Thread.ofVirtual().start(() -> output.lines().forEach(printed::add));
        return process;
    }

    private static void publish(TestKafka kafka, String address, @Nullable Instant releasedAt) throws Exception {
        var entry = new BlacklistEntry(
                Cidr.parse(address),
                new TreeSet<>(List.of("port-scan")),
                Origin.DETECTED,
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                releasedAt,
                0,
                1,
                List.of(),
                null);
        kafka.send(Topics.BLACKLIST, address, entry);
    }
}
