// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventArchiverTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static TestKafka kafka;
    private static TestDatabase database;

    private final SettableClock clock = new SettableClock(NOON);
    private final AtomicBoolean room = new AtomicBoolean(true);
    private final AtomicInteger poison = new AtomicInteger();
    private final LoggedLines lines = new LoggedLines("PA-1", new FileIdentity(1, 2, (int) System.nanoTime()));
    private final String group = "archive-" + System.nanoTime();
    private Persistence persistence;
    private int sent;

    @BeforeAll
    static void start() throws Exception {
        kafka = new TestKafka();
        kafka.topics().ensure();
        database = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
        kafka.close();
    }

    @BeforeEach
    void prepare() {
        persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
        persistence.prepare();
    }

    @AfterEach
    void forgetLines() {
        database.execute("TRUNCATE log_record");
    }

    @Test
    void linesAreFiledOnceThroughOutagesOfTheDatabaseAndNewProcesses() throws Exception {
        send(300);
        try (LoopRunner first = started()) {
            awaitRows();
            database.outage();
            send(300);
            Awaitility.await().until(() -> first.failure().isPresent());
            database.recovery();
            awaitRows();
            send(300);
        }
        try (LoopRunner second = started();
                LoopRunner third = started()) {
            send(300);
            awaitRows();
            assertThat(second.failure()).isEmpty();
            assertThat(third.failure()).isEmpty();
        }
        assertThat(database.ask("SELECT count(*) || ' ' || count(DISTINCT destination_port) FROM log_record"))
                .isEqualTo("1200 1200");
        assertThat(poison).hasValue(0);
    }

    @Test
    void whatIsNoEventIsPassedOver() throws Exception {
        send(1);
        kafka.send(Topics.FIREWALL_EVENTS.name(), "8.8.4.4", "no event".getBytes(UTF_8));
        kafka.send(Topics.FIREWALL_EVENTS.name(), "8.8.4.4", null);
        send(1);
        try (LoopRunner runner = started()) {
            awaitRows();
            Awaitility.await().untilAsserted(() -> assertThat(poison).hasValue(2));
            assertThat(runner.failure()).isEmpty();
        }
    }

    @Test
    void whileThereIsNoRoomKafkaKeepsWhatComes() {
        send(50);
        room.set(false);
        try (LoopRunner runner = started();
                LoopRunner other = started()) {
            send(50);
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(rows()).isEqualTo("0"));
            room.set(true);
            awaitRows();
            assertThat(runner.failure()).isEmpty();
            assertThat(other.failure()).isEmpty();
        }
    }

    private LoopRunner started() {
        var archiver = new EventArchiver(
                group,
                kafka.connection(),
                kafka.topics(),
                persistence.archive(database.dataSource()).archive(new LineCountries(Countries.UNKNOWN)),
                room::get,
                poison::incrementAndGet);
        var runner = new LoopRunner("archiver", archiver, clock);
        runner.start();
        return runner;
    }

    private void send(int count) {
        var sending = new ArrayList<Future<RecordMetadata>>();
        try (var producer = new KafkaProducer<>(
                kafka.connection().with(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                FirewallEvent event = lines.traffic("8.8.4." + sent % 8, "198.51.100.7", sent, NOON);
                sending.add(producer.send(
                        new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes())));
                sent++;
            }
            producer.flush();
        }
        assertThat(sending).allMatch(Future::isDone);
    }

    private static String rows() {
        return database.ask("SELECT count(*) FROM log_record");
    }

    private void awaitRows() {
        Awaitility.await().untilAsserted(() -> assertThat(rows()).isEqualTo(String.valueOf(sent)));
    }
}
