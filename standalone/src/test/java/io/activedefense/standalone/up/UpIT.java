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
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

    @Test
    void servesByHttpsWhereItIsAskedFor() throws Exception {
        var data = folder.resolve("data");
        int port = RunningUp.freePort();
        try (var up = RunningUp.ready(data, "--https", Integer.toString(port))) {
            var authority = data.resolve("blacklist-service/certificates/ca.pem");
            assertThat(up.said())
                    .contains("page https://127.0.0.1:" + port + "/")
                    .contains("let firewalls and browsers trust " + authority);

            var list = URI.create("https://127.0.0.1:" + port + "/files/blacklist.txt");
            try (var client = clientThatTrusts(authority)) {
                await().atMost(LONG)
                        .until(() -> client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
            }
        }
    }

    private static HttpClient clientThatTrusts(Path authority) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void assertRefusesASecond(Path data) throws IOException {
        try (var second = RunningUp.begin(data)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said().lines()).hasSize(1);
            assertThat(second.said()).contains("is in use: Active Defense runs on it already, as process");
        }
    }
}
