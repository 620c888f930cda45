// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two instances behind a balancer are one service, whichever of them dies. Addresses are listed in ascending order, so
 * each list that a firewall gets has to begin with the one before it.
 */
@Execution(ExecutionMode.CONCURRENT)
class SeveralInstancesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private TestKafka kafka;
    private TestDatabase database;
    private ServiceProcess one;
    private ServiceProcess other;
    private final AtomicInteger listed = new AtomicInteger();

    /** Both at once, on a database without a table. */
    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("admin-password"), "the first of all words\n", StandardOpenOption.CREATE_NEW);
        kafka = new TestKafka();
        database = new TestDatabase();
        one = new ServiceProcess(folder.resolve("one"), database.url(), kafka.connection());
        other = new ServiceProcess(folder.resolve("other"), database.url(), kafka.connection());
        await().atMost(PATIENCE).until(() -> one.isUp() && other.isUp());
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        database.close();
        kafka.close();
    }

    @Test
    void theyServeOneListAndPublishEveryChangeInOrderWhicheverIsKilled() throws Exception {
        add(one, 5);
        awaitSameList();
        var firewalls = List.of(new PollingFirewall(one::port), new PollingFirewall(other::port));

        for (int kill = 0; kill < 2; kill++) {
            ServiceProcess leader = leader();
            ServiceProcess survivor = leader == one ? other : one;
            CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> add(survivor, 30));
            int before = listed.get();
            await().atMost(PATIENCE).until(() -> listed.get() > before + 10);
            leader.kill();
            adding.join();
            await().atMost(PATIENCE).until(survivor::leads);
            leader.start();
            await().atMost(PATIENCE).until(leader::isUp);
            awaitSameList();
        }

        for (PollingFirewall firewall : firewalls) {
            await().atMost(PATIENCE).until(firewall::lines, all()::equals);
            firewall.stop();
            assertThat(firewall.wrongs()).isEmpty();
        }
        await().atMost(PATIENCE).until(this::published, all()::equals);
    }

    @Test
    void aSessionIsOneEverywhereAndEndsEverywhere() throws Exception {
        Browser here = one.browser();
        here.signInAsAdmin();
        Browser there = here.at(other);
        assertThat(there.get("/api/v1/session").statusCode()).isEqualTo(200);

        assertThat(there.send("DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);
        assertThat(here.get("/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(there.get("/api/v1/session").statusCode()).isEqualTo(401);
    }

    private void add(ServiceProcess service, int count) {
        try {
            for (int i = 0; i < count; i++) {
                String body = "{\"address\":\"" + address(listed.get() + 1) + "\"}";
                assertThat(service.asAdmin("POST", "/api/v1/blacklist", body).statusCode())
                        .isEqualTo(201);
                listed.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceProcess leader() throws Exception {
        await().atMost(PATIENCE).until(() -> one.leads() || other.leads());
        return one.leads() ? one : other;
    }

    private void awaitSameList() {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> lines(one).equals(all()) && one.etag().equals(other.etag()));
    }

    private static List<String> lines(ServiceProcess service) throws IOException, InterruptedException {
        return CalledService.text(service.get("/files/blacklist.txt")).lines().toList();
    }

    /** In the order of their first publication: what was on its way when its leader died may come twice. */
    private List<String> published() {
        var addresses = new LinkedHashSet<String>();
        kafka.read(Topics.BLACKLIST_EVENTS).forEach(event -> addresses.add(event.key()));
        return List.copyOf(addresses);
    }

    private List<String> all() {
        return IntStream.rangeClosed(1, listed.get())
                .mapToObj(SeveralInstancesTest::address)
                .toList();
    }

    private static String address(int number) {
        return "91.198." + number + ".7";
    }
}
