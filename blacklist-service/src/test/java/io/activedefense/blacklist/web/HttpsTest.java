// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS by our own authority, and what plain HTTP beside it serves; 127.0.0.2 is another machine, 127.0.0.3 a proxy. */
class HttpsTest {
    /** TLS 1.1 at most, with suites of that time. */
    private static final byte[] OLD_HELLO = HexFormat.of()
            .parseHex("160301002f" + "0100002b" + "0302" + "00".repeat(32) + "00" + "0004002fc013" + "0100");

    @TempDir
    private static Path folder;

    private static EdgeService service;
    private static TrustingClient client;
    private static TrustingClient elsewhere;
    private static TrustingClient proxy;

    @BeforeAll
    static void start() throws Exception {
        service = EdgeService.start(
                folder,
                Map.of(
                        "active-defense.blacklist-service.https.enabled", "true",
                        "active-defense.blacklist-service.https.port", "-1",
                        "active-defense.blacklist-service.https.names", "siem.example, 192.0.2.7",
                        "active-defense.blacklist-service.trusted-proxies", "127.0.0.3"));
        byte[] authority = Files.readAllBytes(folder.resolve("certificates/ca.pem"));
        client = TrustingClient.of(authority);
        elsewhere = TrustingClient.of(authority, "127.0.0.2");
        proxy = TrustingClient.of(authority, "127.0.0.3");
    }

    @AfterAll
    static void stop() {
        client.close();
        elsewhere.close();
        proxy.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void whoTrustsTheAuthorityComesInByEveryName(String host) throws Exception {
        HttpResponse<String> answer = client.get("https://" + host + ":" + service.securePort() + "/health/liveness");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("strict-transport-security")).contains("max-age=15552000");
        assertThat(answer.headers().firstValue(CallerTold.SECURE)).contains("true");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void everyAnswerTellsBrowsersWhatThePageNeedsNot() throws Exception {
        for (String path : new String[] {"/", "/files/blacklist.txt", "/api/v1/nothing", "/health"}) {
            HttpHeaders headers = client.get("https://localhost:" + service.securePort() + path)
                    .headers();

            assertThat(headers.firstValue("permissions-policy").orElse(""))
                    .as(path)
                    .contains("camera=()");
            assertThat(headers.firstValue("cross-origin-opener-policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("cross-origin-resource-policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'")
                    .doesNotContain("script-src", "unsafe-eval");
            assertThat(headers.firstValue("server")).as(path).isEmpty();
        }
    }

    @Test
    void theNamesOfTheSettingAreInTheCertificate() throws Exception {
        assertThat(client.shownBy(service.securePort()).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("siem.example", "192.0.2.7", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void anotherNameIsNotAccepted() throws Exception {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), service.securePort());
                var socket = (SSLSocket) client.context()
                        .getSocketFactory()
                        .createSocket(connection, "another.example", service.securePort(), true)) {
            SSLParameters strict = socket.getSSLParameters();
            strict.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(strict);

            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("another.example");
        }
    }

    @Test
    void tls12IsSpokenToo() throws Exception {
        try (var socket =
                (SSLSocket) client.context().getSocketFactory().createSocket("127.0.0.1", service.securePort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
            assertThat(socket.getSession().getCipherSuite()).contains("ECDHE", "GCM");
        }
    }

    @Test
    void whatIsOlderIsRefused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.securePort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(OLD_HELLO);
            InputStream answer = socket.getInputStream();

            assertThat(answer.read()).as("an alert").isEqualTo(21);
            assertThat(answer.skip(5)).isEqualTo(5);
            assertThat(answer.read()).as("of the protocol's version").isEqualTo(70);
        }
    }

    @Test
    void theAuthoritysCertificateIsThereForWhoAsks() throws Exception {
        HttpResponse<String> answer = client.get(plain("/files/ca.pem"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/x-pem-file");
        assertThat(answer.body()).isEqualTo(Files.readString(folder.resolve("certificates/ca.pem")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/, /",
        "/api/v1/entries?q=a%20b&page=2, /api/v1/entries?q=a%20b&page=2",
        "//evil.example/x, /x",
        "/prometheus, /prometheus"
    })
    void whoReadsByPlainHttpIsSentToTls(String asked, String sent) throws Exception {
        HttpResponse<String> answer = elsewhere.get(plain(asked));

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("location"))
                .contains("https://127.0.0.1:" + service.securePort() + sent);
        assertThat(answer.headers().firstValue("strict-transport-security")).isEmpty();
        assertThat(elsewhere.send("HEAD", plain(asked)).statusCode()).isEqualTo(307);
    }

    /** The password went over the wire in the clear: it shall not look as if all were well. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void whoWouldChangeSomethingByPlainHttpIsRefused(String method) throws Exception {
        HttpResponse<String> answer = client.send(method, plain("/api/v1/system"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("come by HTTPS");
        assertThat(client.send(method, plain("/files/blacklist.txt")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHostThatIsNoneIsNotAnsweredWithARedirect() throws Exception {
        String answer = RawHttp.ask(service.port(), "GET / HTTP/1.1\r\nHost: a\"b<c>\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("location:");
    }

    @Test
    void listsAreServedByPlainHttpToo() throws Exception {
        assertThat(elsewhere.get(plain("/files/blacklist.txt")).statusCode())
                .as("there is none without a database")
                .isEqualTo(503);
        assertThat(elsewhere.get(plain("/files/some-feed.txt")).statusCode()).isEqualTo(503);
    }

    @Test
    void thisMachineMayAskForHealthByPlainHttp() throws Exception {
        assertThat(client.get(plain("/health/liveness")).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(plain("/health/liveness")).statusCode())
                .as("127.0.0.2 is this machine")
                .isEqualTo(200);
        assertThat(proxy.get(plain("/health/liveness"), "X-Forwarded-For", "198.51.100.7")
                        .statusCode())
                .isEqualTo(307);
        assertThat(client.get(plain("/healthy")).statusCode()).isEqualTo(307);
    }

    @Test
    void behindAProxyThatSpokeTlsAllIsServedByPlainHttp() throws Exception {
        String[] told = {"X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"};

        assertThat(proxy.get(plain("/prometheus"), told).statusCode())
                .as("asked who")
                .isEqualTo(401);
        assertThat(elsewhere.get(plain("/prometheus"), told).statusCode())
                .as("anybody can say so")
                .isEqualTo(307);
        HttpResponse<String> sent =
                proxy.get(plain("/"), "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "http");
        assertThat(sent.headers().firstValue("location"))
                .as("the proxy's own port")
                .contains("https://127.0.0.1/");
    }

    @Test
    void whereItIsForbiddenListsAreSentToTlsToo(@TempDir Path another) throws Exception {
        try (var strict = EdgeService.start(
                another,
                Map.of(
                        "active-defense.blacklist-service.https.enabled", "true",
                        "active-defense.blacklist-service.https.port", "-1",
                        "active-defense.blacklist-service.https.plain-lists", "false"))) {
            HttpResponse<String> answer = client.get("http://127.0.0.1:" + strict.port() + "/files/blacklist.txt");

            assertThat(answer.statusCode()).isEqualTo(307);
            assertThat(answer.headers().firstValue("location"))
                    .contains("https://127.0.0.1:" + strict.securePort() + "/files/blacklist.txt");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "certificate, tls.crt, https.key: nothing is not accepted",
        "names, not a name, https.names: 'not a name' is not accepted",
        "certficate, tls.crt, https: 'certficate' is not accepted"
    })
    void whatIsNotAcceptedIsNoStart(String setting, String value, String why, @TempDir Path another) {
        var settings = Map.of(
                "active-defense.blacklist-service.https.enabled",
                "true",
                "active-defense.blacklist-service.https.port",
                "-1",
                "active-defense.blacklist-service.https." + setting,
                value);

        assertThatThrownBy(() -> EdgeService.start(another, settings))
                .rootCause()
                .hasMessageContaining(why);
    }

    private static String plain(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }
}
