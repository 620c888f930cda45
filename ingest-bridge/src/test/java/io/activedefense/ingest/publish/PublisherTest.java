// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.logformat.ParseOutcome;
import io.activedefense.logformat.ParseOutcome.Ignored;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final LogFile FILE = new LogFile(new FileIdentity(0xfd01, 42, 3), Path.of("/logs/PA-1.log"));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final AtomicLong nanos = new AtomicLong();
    private boolean kafkaAway;
    private final Publisher publisher = new Publisher(
            this::connect,
            Runnable::run,
            new AnyDevice(PublisherTest::parse),
            listener,
            Clock.fixed(NOON, ZoneOffset.UTC),
            nanos::get);

    @Test
    void thereIsNoRoomBeforeKafkaIsReached() {
        kafkaAway = true;
        publisher.doWork();
        assertThat(publisher.hasRoom()).isFalse();
        assertThat(publisher.reachable()).isFalse();
        kafkaAway = false;
        aSecondPasses();
        publisher.doWork();
        assertThat(publisher.hasRoom()).isTrue();
        assertThat(publisher.reachable()).isTrue();
        assertThat(listener.told).containsExactly("disconnected: away", "connected");
    }

    @Test
    void aLineBecomesAnEventThatKnowsItsPlaceAndItsArrival() {
        publisher.doWork();
        handOver("event 7");
        var record = producers.getLast().history().getFirst();
        var event = FirewallEvent.of(record.value());
        assertThat(record.topic()).isEqualTo(Topics.FIREWALL_EVENTS.name());
        assertThat(record.key()).containsExactly(198, 51, 100, 7);
        assertThat(event.line().file()).isEqualTo(FILE.identity());
        assertThat(event.line().offset()).isEqualTo(1_000);
        assertThat(event.line().length()).isEqualTo(7);
        assertThat(event.arrivalMillis()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void aRefusedLineGoesToTheDeadLettersAndAnIgnoredOneNowhere() {
        publisher.doWork();
        var delivery = handOver("refused", "ignored");
        assertThat(sent(0)).containsExactly("refused");
        assertThat(producers.getLast().history().getFirst().topic()).isEqualTo(Topics.DEAD_LETTERS.name());
        assertThat(delivery.counts()).isEqualTo(new LineCounts(2, Map.of("time", 1L)));
        assertThat(listener.told).contains("ignored empty-line");
    }

    @Test
    void aRunIsAcknowledgedWhenItsLastRecordIs() {
        publisher.doWork();
        var delivery = handOver("event 1", "event 2");
        var producer = producers.getLast();
        producer.completeNext();
        assertThat(delivery.acknowledged()).isFalse();
        producer.completeNext();
        assertThat(delivery.acknowledged()).isTrue();
        assertThat(publisher.isDone()).isFalse();
        publisher.doWork();
        assertThat(publisher.isDone()).isTrue();
        assertThat(listener.told).contains("acknowledged 2");
    }

    @Test
    void aRunOfIgnoredLinesNeedsNoKafka() {
        publisher.doWork();
        assertThat(handOver("ignored").acknowledged()).isTrue();
    }

    @Test
    void afterAFailureAllThatIsNotAcknowledgedIsSentAgainInOrderByANewProducer() {
        publisher.doWork();
        var first = handOver("event 1", "event 2");
        var second = handOver("event 3");
        producers.getFirst().completeNext();
        producers.getFirst().errorNext(new OutOfOrderSequenceException("lost"));

        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(publisher.hasRoom()).isFalse();
        aSecondPasses();
        publisher.doWork();

        assertThat(sent(1)).containsExactly("event 1", "event 2", "event 3");
        assertThat(first.acknowledged()).isFalse();
        IntStream.range(0, 3).forEach(next -> producers.getLast().completeNext());
        assertThat(first.acknowledged()).isTrue();
        assertThat(second.acknowledged()).isTrue();
    }

    @Test
    void whatTheFailedProducerStillHearsAcknowledgesNothing() {
        publisher.doWork();
        var delivery = handOver("event 1", "event 2");
        producers.getFirst().errorNext(new OutOfOrderSequenceException("lost"));
        aSecondPasses();
        publisher.doWork();
        producers.getFirst().completeNext();
        producers.getLast().completeNext();
        assertThat(delivery.acknowledged()).isFalse();
        producers.getLast().completeNext();
        assertThat(delivery.acknowledged()).isTrue();
    }

    @Test
    void nothingOvertakesARecordThatCouldNotBeSent() {
        publisher.doWork();
        producers.getFirst().sendException = new KafkaException("no memory");
        handOver("event 1");
        producers.getFirst().sendException = null;
        handOver("event 2");
        assertThat(sent(0)).isEmpty();
        aSecondPasses();
        publisher.doWork();
        assertThat(sent(1)).containsExactly("event 1", "event 2");
    }

    @Test
    void whatIsUnderwayIsBounded() {
        publisher.doWork();
        var lines = new String[1_000];
        Arrays.fill(lines, "event 1" + " ".repeat(993));
        int runs = 0;
        while (publisher.hasRoom()) {
            handOver(lines);
            runs++;
        }
        assertThat(runs).isEqualTo(34); // of a megabyte each: 32 MiB
        while (producers.getLast().completeNext()) {
            // all of them
        }
        publisher.doWork();
        assertThat(publisher.hasRoom()).isTrue();
    }

    private Producer<byte[], byte[]> connect() {
        if (kafkaAway) {
            throw new KafkaException("away");
        }
        var producer = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private void aSecondPasses() {
        nanos.addAndGet(1_000_000_000);
        publisher.doWork();
    }

    private Delivery handOver(String... lines) {
        var run = publisher.begin(FILE);
        long offset = 1_000;
        for (String line : lines) {
            byte[] bytes = line.getBytes(UTF_8);
            run.line(bytes, 0, bytes.length, offset);
            offset += bytes.length + 1;
        }
        return run.end();
    }

    private List<String> sent(int producer) {
        return producers.get(producer).history().stream()
                .map(record -> record.topic().equals(Topics.DEAD_LETTERS.name())
                        ? new String(record.value(), UTF_8)
                        : "event " + (FirewallEvent.of(record.value()).source().ipv4Bits() & 0xff))
                .toList();
    }

    private static ParseOutcome parse(byte[] bytes, int from, int to, long arrival, FirewallEventWriter event) {
        String line = new String(bytes, from, to - from, UTF_8).strip();
        if (!line.startsWith("event ")) {
            return line.equals("ignored") ? Ignored.EMPTY_LINE : Malformed.TIME;
        }
        int number = Integer.parseInt(line.substring("event ".length()));
        event.clear().source(IpAddress.parse("198.51.100." + number), 1).arrival(arrival);
        return Parsed.PARSED;
    }
}
