// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdlTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private HttpServer server;
    private Edl edl;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list", this::answer);
        server.start();
        edl = new Edl(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list"));
    }

    @AfterEach
    void stop() {
        edl.close();
        server.stop(0);
    }

    @Test
    void asksUntilTheAddressIsListed() throws Exception {
        long before = System.nanoTime();
        long listedAt = edl.awaitListed(List.of("45.0.0.2"), SOON);
        assertThat(listedAt).isBetween(before, System.nanoTime());
        assertThat(asked).hasValueGreaterThanOrEqualTo(5);
        assertThat(unchanged).hasValueGreaterThan(0);
        assertThat(edl.listed()).containsExactlyInAnyOrder("45.0.0.1", "45.0.0.2");
    }

    @Test
    void doesNotTakeABeginningForAnAddress() {
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> edl.awaitListed(List.of("45.0.0."), Duration.ofMillis(200)))
                .withMessageContaining("1 were missing");
    }

    @Test
    void waitsUntilItIsServed() throws Exception {
        var address = server.getAddress();
        server.stop(0);
        Thread later = Thread.ofVirtual().start(() -> startAgain(address));
        edl.awaitServed(SOON);
        later.join();
        assertThat(asked).hasValueGreaterThan(0);
    }

    private void startAgain(InetSocketAddress address) {
        try {
            server = HttpServer.create(address, 0);
            server.createContext("/list", this::answer);
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second address comes with the fifth question. */
    private void answer(HttpExchange exchange) throws IOException {
        String list = asked.incrementAndGet() < 5 ? "45.0.0.1\n" : "45.0.0.1\n45.0.0.2\n";
        String etag = "\"" + list.length() + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] body = list.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
