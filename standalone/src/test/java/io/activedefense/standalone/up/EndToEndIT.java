// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From lines in a file to the list that firewalls poll, through stops and kills of everything. */
class EndToEndIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SCANNER = "185.220.101.7";
    private static final String SECOND_SCANNER = "185.220.101.8";
    private static final String BELOW_THRESHOLD = "185.220.101.9";

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aPortScanInALogFileIsOnTheListAndStaysThere() throws Exception {
        var data = folder.resolve("data");
        var logs = Files.createDirectory(folder.resolve("firewall"));
        var firewall = new FirewallLog(logs, "PA-1");
        try (var up = RunningUp.ready(data, "--logs", logs.toString())) {
            firewall.scanOfPorts(BELOW_THRESHOLD, 10);
            firewall.scanOfPorts(SCANNER, 11);
            awaitList(up, SCANNER);
            up.stop();
        }
        try (var restarted = RunningUp.ready(data, "--logs", logs.toString())) {
            assertThat(list(restarted)).isEqualTo(SCANNER + "\n");
            firewall.scanOfPorts(SECOND_SCANNER, 11);
            awaitList(restarted, SCANNER, SECOND_SCANNER);
            restarted.killAll();
        }
        try (var afterKill = RunningUp.ready(data, "--logs", logs.toString())) {
            assertThat(list(afterKill)).isEqualTo(SCANNER + "\n" + SECOND_SCANNER + "\n");
            assertThat(afterKill.said()).contains("Ready after");
        }
    }

    private void awaitList(RunningUp up, String... sources) {
        var expected = String.join("\n", sources) + "\n";
        await().atMost(LONG).untilAsserted(() -> assertThat(list(up)).isEqualTo(expected));
    }

    private String list(RunningUp up) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(up.url("/files/blacklist.txt")))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
