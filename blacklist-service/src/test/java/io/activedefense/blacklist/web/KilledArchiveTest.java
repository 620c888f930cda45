// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.StoppablePostgres;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whichever process is killed at whatever moment, one of the whole service or one that only files, and with the database
 * away for a while: every line has one row.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledArchiveTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 50;

    /** So many lines a bridge that was killed sends again. */
    private static final int REPEATED = 20;

    @TempDir
    Path folder;

    private final LoggedLines lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void everyLineHasOneRowWhateverIsKilled() throws Exception {
        Files.writeString(folder.resolve("admin-password"), "the first of all words\n", StandardOpenOption.CREATE_NEW);
        try (var kafka = new TestKafka();
                var postgres = new StoppablePostgres(folder.resolve("postgres"))) {
            kafka.topics().ensure();
            try (var one = new ServiceProcess(folder.resolve("one"), postgres.url(), kafka.connection());
                    var other = ServiceProcess.archiver(folder.resolve("other"), postgres.url(), kafka.connection())) {
                Thread writing = Thread.ofPlatform().daemon().start(() -> write(kafka));
                awaitMoreRows(postgres);
                one.kill();
                awaitMoreRows(postgres);
                assertFilesOnly(other);
                one.start();
                postgres.outage();
                postgres.recovery();
                awaitMoreRows(postgres);
                other.kill();
                awaitMoreRows(postgres);
                other.start();
                enough.set(true);
                writing.join();
                assertThat(refusal).hasNullValue();

                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(rows(postgres)).isEqualTo(written.get()));
                assertThat(ask(postgres, "SELECT count(DISTINCT event) FROM log_record"))
                        .isEqualTo(written.get());
            }
        }
    }

    /** It is well, and no firewall takes it for one that has the list. */
    private static void assertFilesOnly(ServiceProcess archiver) throws Exception {
        assertThat(archiver.get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(archiver.get("/files/blacklist.txt").statusCode()).isEqualTo(404);
        assertThat(archiver.get("/api/v1/blacklist").statusCode()).isEqualTo(404);
        assertThat(archiver.get("/").statusCode()).isEqualTo(404);
    }

    /** As a bridge that is killed again and again: what it had not noted it sends once more. */
    private void write(TestKafka kafka) {
        try (var producer = new KafkaProducer<>(
                kafka.connection().with(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer())) {
            while (!enough.get()) {
                List<FirewallEvent> some = some();
                some.forEach(event -> send(producer, event));
                some.subList(some.size() - REPEATED, some.size()).forEach(event -> send(producer, event));
                producer.flush();
                written.addAndGet(AT_ONCE);
            }
        }
    }

    private List<FirewallEvent> some() {
        var some = new ArrayList<FirewallEvent>();
        for (int i = 0; i < AT_ONCE; i++) {
            some.add(lines.traffic("8.8.4." + i % 8, "198.51.100.7", i, Instant.now()));
        }
        return some;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(KafkaProducer<byte[], byte[]> producer, FirewallEvent event) {
        var record = new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes());
        producer.send(record, (place, failure) -> refusal.compareAndExchange(null, failure));
    }

    private static void awaitMoreRows(StoppablePostgres postgres) {
        var before = new AtomicInteger(-1);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            before.compareAndSet(-1, rows(postgres));
            assertThat(rows(postgres)).isGreaterThan(before.get() + 10 * AT_ONCE);
        });
    }

    private static int rows(StoppablePostgres postgres) throws SQLException {
        return ask(postgres, "SELECT count(*) FROM log_record");
    }

    private static int ask(StoppablePostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), "postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
