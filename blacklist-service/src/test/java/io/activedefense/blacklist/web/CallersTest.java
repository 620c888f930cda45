// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy says of a caller, and what a caller says of himself: 127.0.0.2 is the proxy. */
class CallersTest {
    private static final String SETTING = "active-defense.blacklist-service.trusted-proxies";
    private static final String PROXY = "127.0.0.2";

    @TempDir
    private static Path folder;

    private static EdgeService service;

    @BeforeAll
    static void start() {
        service = EdgeService.start(folder, Map.of(SETTING, "127.0.0.2/31, 10.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoAsksDirectlyIsWhoAsks() throws Exception {
        assertThat(caller(askedFrom("127.0.0.1"))).isEqualTo("127.0.0.1");
        assertThat(caller(askedFrom("127.0.0.4"))).isEqualTo("127.0.0.4");
    }

    @Test
    void aForgedHeaderIsIgnored() throws Exception {
        HttpHeaders answer = askedFrom("127.0.0.1", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https");

        assertThat(caller(answer)).isEqualTo("127.0.0.1");
        assertThat(answer.firstValue(CallerTold.SECURE)).contains("false");
        assertThat(answer.firstValue("strict-transport-security")).isEmpty();
    }

    @Test
    void aTrustedProxysWordCounts() throws Exception {
        HttpHeaders answer = askedFrom(
                PROXY, "X-Forwarded-For", "203.0.113.9, 198.51.100.7, 10.1.2.3", "X-Forwarded-Proto", "https");

        assertThat(caller(answer)).isEqualTo("198.51.100.7");
        assertThat(answer.firstValue(CallerTold.SECURE)).contains("true");
        assertThat(answer.firstValue("strict-transport-security")).contains("max-age=15552000");
    }

    @Test
    void whatACallerWroteBeforeTheProxysWordDoesNot() throws Exception {
        HttpHeaders answer = askedFrom(PROXY, "X-Forwarded-Proto", "https, http");

        assertThat(answer.firstValue(CallerTold.SECURE)).contains("false");
        assertThat(caller(answer)).isEqualTo(PROXY);
    }

    @Test
    void aSettingThatIsNotAcceptedIsNoStart(@TempDir Path another) {
        assertThatThrownBy(() -> EdgeService.start(another, Map.of(SETTING, "10.0.0.0/8,everybody")))
                .rootCause()
                .hasMessageContaining(SETTING + ": 'everybody' is not accepted");
    }

    private static String caller(HttpHeaders answer) {
        return answer.firstValue(CallerTold.CALLER).orElseThrow();
    }

    private static HttpHeaders askedFrom(String address, String... headers) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/health/liveness"));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.discarding()).headers();
        }
    }
}
