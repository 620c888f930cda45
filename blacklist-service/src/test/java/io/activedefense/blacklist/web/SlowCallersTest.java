// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds connections open, over real sockets, beside a firewall that polls: 20 of all, 8 of one address. */
class SlowCallersTest {
    private static final int OF_ALL = 20;
    private static final int OF_ONE = 8;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String BEGUN = "GET /files/blacklist.txt HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    private static EdgeService patient;
    private static EdgeService hasty;

    private final List<Socket> held = new ArrayList<>();
    private @Nullable EdgeService service;

    /** Side by side, as each first waits for a database in vain. */
    @BeforeAll
    static void start(@TempDir Path one, @TempDir Path other) throws Exception {
        try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EdgeService> first = starts.submit(() -> start(one, "PT1H"));
            Future<EdgeService> second = starts.submit(() -> start(other, "PT2S"));
            patient = first.get();
            hasty = second.get();
        }
    }

    @AfterAll
    static void stop() {
        patient.close();
        hasty.close();
    }

    @AfterEach
    void letGo() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }

    @Test
    void oneAddressThatHoldsManyOpenKeepsNobodyFromPolling() throws Exception {
        service = patient;

        for (int i = 0; i < 60; i++) {
            hold("127.0.0.2", BEGUN);
            poll("127.0.0.1");
        }

        assertThat(stillOpen()).isEqualTo(OF_ONE);
        poll("127.0.0.2");
    }

    @Test
    void manyAddressesThatHoldSomeOpenKeepNobodyFromPolling() throws Exception {
        service = patient;

        for (int i = 0; i < 60; i++) {
            hold("127.0.1." + (i + 1), BEGUN);
            poll("127.0.0.1");
        }

        assertThat(stillOpen()).isLessThanOrEqualTo(OF_ALL);
    }

    @Test
    void aHeadThatComesByTheByteIsCutOff() throws Exception {
        service = hasty;
        Socket slow = hold("127.0.0.2", BEGUN);

        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> isClosedAfter(slow, "x"));
        poll("127.0.0.2");
    }

    @Test
    void aBodyThatComesByTheByteIsCutOff() throws Exception {
        service = hasty;
        Socket slow = hold(
                "127.0.0.2",
                "PUT /api/v1/settings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n"
                        + "Content-Type: application/json\r\n\r\n{");

        await().atMost(LONG).pollInterval(Duration.ofMillis(100)).until(() -> isClosedAfter(slow, " "));
    }

    @Test
    void aConnectionOverWhichNothingComesIsClosed() throws Exception {
        service = hasty;
        Socket idle = hold("127.0.0.2", "");

        await().atMost(LONG).until(() -> isClosed(idle));
    }

    private static EdgeService start(Path folder, String patience) {
        return EdgeService.start(
                folder,
                Map.of(
                        "active-defense.blacklist-service.connections.most", OF_ALL,
                        "active-defense.blacklist-service.connections.most-of-an-address", OF_ONE,
                        "active-defense.blacklist-service.connections.patience", patience));
    }

    private EdgeService running() {
        return requireNonNull(service);
    }

    private Socket hold(String from, String said) throws IOException {
        Socket socket = connected(from);
        held.add(socket);
        socket.getOutputStream().write(said.getBytes(US_ASCII));
        return socket;
    }

    /** As a firewall does: a connection of its own, and an answer. */
    private void poll(String from) throws IOException {
        try (Socket socket = connected(from)) {
            socket.setSoTimeout((int) LONG.toMillis());
            socket.getOutputStream()
                    .write("GET /files/blacklist.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .as("without a database there is no list yet")
                    .startsWith("HTTP/1.1 503");
        }
    }

    private Socket connected(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), running().port()));
        return socket;
    }

    private long stillOpen() throws IOException {
        int open = 0;
        for (Socket socket : held) {
            open += isClosed(socket) ? 0 : 1;
        }
        return open;
    }

    private static boolean isClosedAfter(Socket socket, String said) throws IOException {
        try {
            socket.getOutputStream().write(said.getBytes(US_ASCII));
            return false;
        } catch (IOException e) {
            return true; // closed at the other end, and told so
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // reset
        }
    }
}
