// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.RefusedLine;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.device.FileStatus;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.ingest.testing.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private MockProducer<byte[], byte[]> kafka = producer();
    private final AtomicLong nanos = new AtomicLong();
    private static final RefusedLine REFUSED = new RefusedLine("time", NOON, 7, "x");

    private final SettableClock clock = new SettableClock(NOON);
    private final RecordingListener listener = new RecordingListener();
    private final Publisher publisher = new Publisher(
            () -> kafka,
            Runnable::run,
            new AnyDevice((bytes, from, to, arrival, event) -> {
                throw new AssertionError("no line is read here");
            }),
            listener,
            clock,
            nanos::get);
    private final StatusReport report = new StatusReport("north", publisher, listener, clock, nanos::get);

    @BeforeEach
    void connect() {
        publisher.doWork();
    }

    @Test
    void aStatusStandsUnderInstanceAndFile() {
        report.send(List.of(progress(1, 350, 0)));
        assertThat(new String(kafka.history().getFirst().key(), UTF_8)).isEqualTo("north:/logs/PA-1.log");
        assertThat(sent())
                .containsExactly(new BridgeStatus(
                        "north",
                        "/logs/PA-1.log",
                        "PA-1",
                        Standing.READ,
                        350,
                        0,
                        3,
                        5,
                        Map.of("time", 2L),
                        List.of(REFUSED),
                        NOON,
                        NOON,
                        -7L,
                        NOON));
    }

    @Test
    void aLogThatIsGoneIsTakenBackOnceUnlessItComesAgain() {
        Path log = Path.of("/logs/PA-1.log");
        report.send(List.of(progress(1, 350, 0)));
        report.takeBack(Set.of());
        report.takeBack(Set.of(log));
        report.takeBack(Set.of(log));
        assertThat(kafka.history()).hasSize(2);
        assertThat(kafka.history().getLast().value()).isNull();
        assertThat(kafka.history().getLast().key())
                .isEqualTo(kafka.history().getFirst().key());
        report.send(List.of(progress(1, 350, 0)));
        report.takeBack(Set.of());
        report.takeBack(Set.of(log));
        assertThat(kafka.history()).hasSize(4);
    }

    @Test
    void whatCouldNotBeTakenBackIsWhenKafkaIsBack() {
        kafka.sendException = new KafkaException("away");
        report.takeBack(Set.of(Path.of("/logs/PA-1.log")));
        kafka = producer();
        nanos.addAndGet(1_000_000_000);
        publisher.doWork();
        report.takeBack(Set.of(Path.of("/logs/PA-1.log")));
        assertThat(kafka.history()).hasSize(1);
    }

    @Test
    void itIsSentOnlyWhenItHasChanged() {
        report.send(List.of(progress(1, 350, 0)));
        report.send(List.of(progress(1, 350, 0)));
        report.send(List.of(progress(1, 700, 0)));
        assertThat(sent()).extracting(BridgeStatus::offset).containsExactly(350L, 700L);
    }

    @Test
    void itIsSentAgainEveryMinuteThoughNothingHasChanged() {
        report.send(List.of(progress(1, 350, 0)));
        clock.set(NOON.plusSeconds(59));
        report.send(List.of(progress(1, 350, 0)));
        assertThat(sent()).hasSize(1);
        clock.set(NOON.plusSeconds(60));
        report.send(List.of(progress(1, 350, 0)));
        assertThat(sent()).extracting(BridgeStatus::at).containsExactly(NOON, NOON.plusSeconds(60));
    }

    @Test
    void ofManyFilesEachHasItsTurn() {
        int files = 3 * StatusReport.MOST_A_SECOND;
        for (int second = 1; second <= 3; second++) {
            clock.set(NOON.plusSeconds(second));
            int offset = 100 * second;
            report.send(IntStream.range(0, files)
                    .mapToObj(number -> status("PA-" + number, 1, offset, 0))
                    .toList());
            assertThat(sent()).hasSize(second * StatusReport.MOST_A_SECOND);
        }
        assertThat(sent()).extracting(BridgeStatus::device).doesNotHaveDuplicates();
    }

    @Test
    void aNameIsMadeSafeToShow() {
        report.send(List.of(status("PA\u202e1", 1, 350, 0)));
        assertThat(sent().getFirst().file()).isEqualTo("/logs/PA\ufffd1.log");
        assertThat(sent().getFirst().device()).startsWith("PA_1~");
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

    private static FileStatus progress(int inode, long offset, long lagBytes) {
        return status("PA-1", inode, offset, lagBytes);
    }

    private static FileStatus status(String device, int inode, long offset, long lagBytes) {
        var file = new LogFile(new FileIdentity(1, inode, 3), Path.of("/logs", device + ".log"));
        var counts = new LineCounts(5, Map.of("time", 2L));
        var progress = new FileProgress(
                file, offset, lagBytes, counts, offset > 0 ? NOON.toEpochMilli() : Delivery.NO_EVENT_TIME);
        return new FileStatus(progress, Standing.READ, 3, List.of(REFUSED), NOON, -7L);
    }
}
