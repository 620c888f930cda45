// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.LogFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private MockProducer<byte[], byte[]> kafka = producer();
    private final AtomicLong nanos = new AtomicLong();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final RecordingListener listener = new RecordingListener();
    private final Publisher publisher = new Publisher(
            () -> kafka,
            Runnable::run,
            device -> {
                throw new AssertionError("no line is read here");
            },
            listener,
            clock,
            nanos::get);
    private final StatusReport report =
            new StatusReport("north", Path.of("/logs"), publisher, listener, clock, nanos::get);

    @BeforeEach
    void connect() {
        publisher.doWork();
    }

    @Test
    void aStatusStandsUnderInstanceAndFileName() {
        report.send(List.of(progress(1, 350, 0)));
        assertThat(new String(kafka.history().getFirst().key(), UTF_8)).isEqualTo("north/PA-1.log");
        assertThat(sent())
                .containsExactly(
                        new BridgeStatus("north", "/logs/PA-1.log", "PA-1", 350, 0, 5, Map.of("time", 2L), NOON, NOON));
    }

    @Test
    void itIsSentOnlyWhenItHasChanged() {
        report.send(List.of(progress(1, 350, 0)));
        report.send(List.of(progress(1, 350, 0)));
        report.send(List.of(progress(1, 700, 0)));
        assertThat(sent()).extracting(BridgeStatus::offset).containsExactly(350L, 700L);
    }

    @Test
    void theNewestFileStandsForItsNameWithTheLagOfAll() {
        report.send(List.of(progress(1, 9_000, 70), progress(2, 350, 30)));
        assertThat(sent()).hasSize(1).first().satisfies(status -> {
            assertThat(status.offset()).isEqualTo(350);
            assertThat(status.lagBytes()).isEqualTo(100);
        });
    }

    @Test
    void whatCouldNotBeSentIsSentWhenKafkaIsBack() {
        kafka.sendException = new KafkaException("away");
        report.send(List.of(progress(1, 350, 0)));
        report.send(List.of(progress(1, 350, 0)));
        assertThat(listener.told).containsExactly("connected", "status lost");
        kafka = producer();
        nanos.addAndGet(1_000_000_000);
        publisher.doWork();
        report.send(List.of(progress(1, 350, 0)));
        assertThat(sent()).extracting(BridgeStatus::offset).containsExactly(350L);
    }

    @Test
    void itComesDueOnceASecond() {
        assertThat(report.isDue()).isTrue();
        nanos.addAndGet(999_999_999);
        assertThat(report.isDue()).isFalse();
        nanos.addAndGet(1);
        assertThat(report.isDue()).isTrue();
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<BridgeStatus> sent() {
        var topic = Topics.BRIDGE_STATUS;
        return kafka.history().stream()
                .map(record -> topic.valueSerde().deserializer().deserialize(topic.name(), record.value()))
                .toList();
    }

    private static FileProgress progress(int inode, long offset, long lagBytes) {
        var file = new LogFile(new FileIdentity(1, inode, 3), "PA-1.log");
        var counts = new LineCounts(5, Map.of("time", 2L));
        return new FileProgress(
                file, offset, lagBytes, counts, offset > 0 ? NOON.toEpochMilli() : Delivery.NO_EVENT_TIME);
    }
}
