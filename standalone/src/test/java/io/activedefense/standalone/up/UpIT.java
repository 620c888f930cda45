// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void stopsCleanlyRemembersItsPortsAndRefusesASecondOnTheSameData() throws Exception {
        var data = folder.resolve("data");
        String ports;
        try (var up = RunningUp.ready(data)) {
            assertThat(up.said())
                    .contains("database", "broker", "applications")
                    .contains("page " + up.url("/"))
                    .contains("list " + up.url("/files/blacklist.txt"))
                    .contains("logs read from ")
                    .contains(data.resolve("initial-admin-password").toString());
            ports = Files.readString(data.resolve("ports.properties"));
            assertRefusesASecond(data);
            assertThat(up.stop()).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(RunningUp.serversOf(data)).isEmpty();

        try (var again = RunningUp.ready(data)) {
            assertThat(data.resolve("ports.properties")).hasContent(ports);
            assertThat(again.stop()).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(RunningUp.serversOf(data)).isEmpty();
    }

    @Test
    void leavesNoServerBehindWhenItIsKilledAndStartsAgain() throws Exception {
        var data = folder.resolve("data");
        try (var up = RunningUp.ready(data)) {
            assertThat(RunningUp.serversOf(data)).isNotEmpty();
            up.kill();
        }
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(RunningUp.serversOf(data)).isEmpty());

        try (var again = RunningUp.ready(data)) {
            again.killAll();
        }
        try (var again = RunningUp.ready(data)) {
            assertThat(again.said()).contains("Ready after");
        }
    }

    @Test
    void printsNoSecret() throws Exception {
        var data = folder.resolve("data");
        try (var up = RunningUp.ready(data)) {
            var password = Files.readString(data.resolve("database-password")).strip();
            assertThat(up.said()).doesNotContain(password);
            try (var logs = Files.list(data.resolve("logs-of-ours"))) {
                assertThat(logs)
                        .isNotEmpty()
                        .allSatisfy(log -> assertThat(log).content().doesNotContain(password));
            }
        }
    }

    private static void assertRefusesASecond(Path data) throws IOException {
        try (var second = RunningUp.begin(data)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said().lines()).hasSize(1);
            assertThat(second.said()).contains("is in use: Active Defense runs on it already, as process");
        }
    }
}
