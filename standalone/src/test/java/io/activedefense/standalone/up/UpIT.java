// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.standalone.ActiveDefense;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
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
    void noSecretOfAWholeRunIsPrintedOrLogged() throws Exception {
        var data = folder.resolve("data");
        var secrets = new ArrayList<String>();
        try (var up = RunningUp.ready(data)) {
            secrets.add(Files.readString(data.resolve("database-password")).strip());
            secrets.add(Files.readString(data.resolve("initial-admin-password")).strip());
            SignedInAdmin admin = SignedInAdmin.first(up);
            secrets.add(SignedInAdmin.PASSWORD);
            assertThat(data.resolve("initial-admin-password")).doesNotExist();
            secrets.add(field("password", admin.send(up, "POST", "/api/v1/users", "{\"name\":\"anna\"}")));
            secrets.add(field("secret", admin.send(up, "POST", "/api/v1/tokens", "{\"name\":\"script\"}")));
            secrets.add("a password of a feed");
            admin.send(
                    up,
                    "POST",
                    "/api/v1/feeds",
                    "{\"name\":\"closed\",\"access\":{\"kind\":\"basic\",\"user\":\"fw\","
                            + "\"password\":\"a password of a feed\"}}");
            secrets.add("a password of the mail server");
            admin.send(
                    up,
                    "PUT",
                    "/api/v1/notifications/mail-server",
                    "{\"host\":\"127.0.0.1\",\"port\":2525,\"security\":\"none\",\"user\":\"defense\","
                            + "\"password\":\"a password of the mail server\",\"sender\":\"defense@example.com\"}");
            admin.send(up, "POST", "/api/v1/notifications/mail-server/test", "{\"to\":\"soc@example.com\"}");
            secrets.add("a-secret-of-a-webhook");
            secrets.add("a-path-of-a-webhook");
            String hook = admin.send(
                            up,
                            "POST",
                            "/api/v1/notifications/recipients",
                            "{\"name\":\"hook\",\"channel\":\"webhook\",\"secret\":\"a-secret-of-a-webhook\","
                                    + "\"address\":\"https://127.0.0.1/a-path-of-a-webhook\",\"alarms\":[\"all\"]}")
                    .body();
            assertThat(hook).contains("\"hasSecret\":true").doesNotContain(secrets);
            new SignedInAdmin().signIn(up, "a wrong password");
            secrets.add("a wrong password");
            secrets.add(resetPassword(data, admin, up));

            assertThat(secrets).doesNotContain("").hasSize(11);
            assertThat(up.said()).doesNotContain(secrets);
            try (var logs = Files.list(data.resolve("logs-of-ours"))) {
                assertThat(logs)
                        .isNotEmpty()
                        .allSatisfy(log -> assertThat(log).content().doesNotContain(secrets));
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

    /** Whoever has the machine comes in again, and who was in is out. */
    private static String resetPassword(Path data, SignedInAdmin admin, RunningUp up) throws Exception {
        var out = new StringWriter();
        int status = ActiveDefense.commandLine()
                .setOut(new PrintWriter(out))
                .execute("reset-password", "admin", "--data", data.toString());
        String password = out.toString().strip();

        assertThat(status).isZero();
        assertThat(admin.send(up, "GET", "/api/v1/session", "").statusCode()).isEqualTo(401);
        assertThat(new SignedInAdmin().signIn(up, SignedInAdmin.PASSWORD).statusCode())
                .isEqualTo(401);
        HttpResponse<String> in = new SignedInAdmin().signIn(up, password);
        assertThat(in.body()).contains("\"mustChangePassword\":true");
        return password;
    }

    @Test
    void aPasswordOfNobodyOrOfNoDataIsNotReset() {
        var err = new StringWriter();
        int status = ActiveDefense.commandLine()
                .setErr(new PrintWriter(err))
                .execute("reset-password", "admin", "--data", folder.toString());

        assertThat(status).isNotZero();
        assertThat(err.toString()).contains("--data " + folder).hasLineCount(1);
    }

    private static String field(String name, HttpResponse<String> response) {
        var field = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(response.body());
        assertThat(field.find()).as("%s of %s", name, response.statusCode()).isTrue();
        return field.group(1);
    }

    private static void assertRefusesASecond(Path data) throws IOException {
        try (var second = RunningUp.begin(data)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said().lines()).hasSize(1);
            assertThat(second.said()).contains("is in use: Active Defense runs on it already, as process");
        }
    }
}
