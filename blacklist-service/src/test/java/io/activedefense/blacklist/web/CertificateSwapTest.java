// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.certificate.CertificateTroubles;
import io.activedefense.blacklist.certificate.Certificates;
import io.activedefense.blacklist.loop.LoopRunner;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator changes his certificate under a server that firewalls poll. */
class CertificateSwapTest {
    private static final String PATH = "/health/liveness";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path file;
    private X509Certificate first;
    private EdgeService service;

    @BeforeEach
    void start() {
        file = folder.resolve("tls.pem");
        first = Certificates.writeInto(file, Instant.now());
        service = EdgeService.start(
                folder,
                Map.of(
                        "active-defense.blacklist-service.https.enabled",
                        "true",
                        "active-defense.blacklist-service.https.port",
                        "-1",
                        "active-defense.blacklist-service.https.certificate",
                        file.toString(),
                        "active-defense.blacklist-service.https.key",
                        file.toString()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void itIsTakenUpWhileFirewallsPollAndNobodyLosesHisConnection() throws Exception {
        var done = new AtomicBoolean();
        var polls = new AtomicInteger();
        try (var poller = Executors.newSingleThreadExecutor();
                var standing = connected()) {
            Future<Integer> failed = poller.submit(() -> poll(done, polls));
            try {
                assertThat(statusOver(standing)).startsWith("HTTP/1.1 200 ");
                awaitMore(polls);

                X509Certificate second = Certificates.writeInto(file, Instant.now());
                look();
                await().atMost(PATIENCE).until(this::shown, second::equals);
                awaitMore(polls);

                assertThat(statusOver(standing)).startsWith("HTTP/1.1 200 ");
                assertThat(standing.getSession().getPeerCertificates()[0]).isEqualTo(first);
            } finally {
                done.set(true);
            }
            assertThat(failed.get()).as("polls that failed").isZero();
        }
    }

    @Test
    void aTornFileIsAnAlarmAndTheLastGoodOneStays() throws Exception {
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, 700));
        look();
        CertificateTroubles troubles = service.context().getBean(CertificateTroubles.class);
        await().atMost(PATIENCE).until(() -> !troubles.found().isEmpty());

        assertThat(troubles.found()).extracting(Trouble::kind).containsExactly("certificate-refused");
        assertThat(shown()).isEqualTo(first);

        Files.writeString(file, whole);
        look();
        await().atMost(PATIENCE).until(() -> troubles.found().isEmpty());
    }

    /** Whoever asks for our authority's certificate is told that the operator's own is in use. */
    @Test
    void thereIsNoAuthorityOfOurs() throws Exception {
        try (var client = TrustingClient.of(Certificates.trusted())) {
            String url = "https://127.0.0.1:" + service.securePort() + "/files/ca.pem";

            assertThat(client.get(url).statusCode()).isEqualTo(404);
        }
        assertThat(folder.resolve("certificates")).doesNotExist();
    }

    private int poll(AtomicBoolean done, AtomicInteger polls) throws Exception {
        int failed = 0;
        while (!done.get()) {
            try (var client = TrustingClient.of(Certificates.trusted())) {
                String url = "https://127.0.0.1:" + service.securePort() + PATH;
                for (int requests = 0; requests < 2; requests++) {
                    failed += client.get(url).statusCode() == 200 ? 0 : 1;
                }
            } catch (IOException e) {
                failed++;
            }
            polls.incrementAndGet();
        }
        return failed;
    }

    private static void awaitMore(AtomicInteger polls) {
        int before = polls.get();
        await().atMost(PATIENCE).until(() -> polls.get() > before + 3);
    }

    private void look() {
        service.context()
                .getBean(LoopRunner.class, Qualifiers.byName("certificate"))
                .wake();
    }

    private X509Certificate shown() throws Exception {
        try (var client = TrustingClient.of(Certificates.trusted())) {
            return client.shownBy(service.securePort());
        }
    }

    private SSLSocket connected() throws Exception {
        try (var client = TrustingClient.of(Certificates.trusted())) {
            return (SSLSocket) client.context().getSocketFactory().createSocket("127.0.0.1", service.securePort());
        }
    }

    /** One request and its whole answer, over a connection that stays. */
    private static String statusOver(SSLSocket socket) throws IOException {
        socket.getOutputStream().write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        InputStream in = socket.getInputStream();
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n") > 0) {
                in.readNBytes(lengthIn(head.toString()));
                return head.substring(0, head.indexOf("\r\n"));
            }
        }
        return "closed after '" + head + "'";
    }

    private static int lengthIn(String head) {
        return head.lines()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElseThrow();
    }
}
