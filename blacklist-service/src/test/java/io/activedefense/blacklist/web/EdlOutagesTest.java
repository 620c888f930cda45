// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.testing.Told.detection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.StoppablePostgres;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.kafka.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The list never lies by failure: a firewall that polls all the time never gets an empty, half or older list, whatever
 * stops. Addresses are listed in ascending order, so each list has to begin with the one before it.
 */
@Execution(ExecutionMode.CONCURRENT)
class EdlOutagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ENOUGH_POLLS = 50;

    @TempDir
    Path folder;

    private final AtomicReference<RunningService> service = new AtomicReference<>();
    private final AtomicInteger port = new AtomicInteger();
    private StoppablePostgres postgres;
    private TestKafka kafka;
    private int listed;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("state"));
        postgres = new StoppablePostgres(folder.resolve("postgres"));
        kafka = new TestKafka();
        startService();
    }

    @AfterEach
    void stop() {
        service.get().close();
        kafka.close();
        postgres.close();
    }

    @Test
    void whoPollsNeverSeesAnEmptyHalfOrOlderList() throws Exception {
        add(20);
        var firewall = new PollingFirewall(port::get);
        awaitAll(firewall);

        postgres.outage();
        awaitPolls(firewall);
        postgres.recovery();
        awaitDatabase();
        add(5);
        awaitAll(firewall);

        kafka.outage();
        add(5);
        awaitAll(firewall);
        kafka.recovery();
        detect();
        awaitAll(firewall);

        kafka.outage();
        postgres.outage();
        restartService();
        awaitPolls(firewall);
        assertThat(firewall.lines()).hasSize(listed);
        postgres.recovery();
        awaitDatabase();
        add(5);
        awaitAll(firewall);
        kafka.recovery();
        detect();
        awaitAll(firewall);

        restartService();
        awaitPolls(firewall);
        firewall.stop();
        assertThat(firewall.wrongs()).isEmpty();
        assertThat(firewall.lines()).hasSize(listed);
    }

    private void startService() {
        service.set(RunningService.start(folder.resolve("state"), postgres.url(), kafka.connection()));
        port.set(service.get().port());
    }

    private void restartService() {
        service.get().close();
        startService();
    }

    private void add(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String body = "{\"address\":\"" + next() + "\"}";
            assertThat(service.get().asAdmin("POST", "/api/v1/blacklist", body).statusCode())
                    .isEqualTo(201);
        }
    }

    private void detect() throws Exception {
        String address = next();
        kafka.send(
                Topics.DETECTIONS,
                address,
                detection(address, "port-scan", Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private String next() {
        return address(++listed);
    }

    private static String address(int number) {
        return "91.198." + number + ".7";
    }

    private void awaitAll(PollingFirewall firewall) {
        await().atMost(PATIENCE)
                .until(
                        firewall::lines,
                        IntStream.rangeClosed(1, listed)
                                .mapToObj(EdlOutagesTest::address)
                                .toList()::equals);
    }

    private static void awaitPolls(PollingFirewall firewall) {
        long before = firewall.answers();
        await().atMost(PATIENCE).until(() -> firewall.answers() > before + ENOUGH_POLLS);
    }

    private void awaitDatabase() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        service.get().asAdmin("GET", "/api/v1/blacklist", "").statusCode() == 200);
    }
}
