// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.bench.broker.BrokerMeasurement;
import io.activedefense.bench.latency.Percentiles;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.detector.config.DetectorConfig;
import io.activedefense.detector.config.StreamsSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether one source that sends nearly everything holds up the others. */
@Command(
        name = "hot-source",
        description = "From a scan's deciding event to its detection while one source sends nine tenths of all events.")
public final class HotSourceCommand extends BrokerMeasurement {
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Threads that take their share: the load's two, the detector's, and the one that takes the times. */
    private static final Set<String> BUSY =
            new TreeSet<>(Set.of("main", HotLoad.CLIENT, "StreamThread-", "detections"));

    @Option(names = "--rate", defaultValue = "250000", description = "events a second; default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "seconds before; default: ${DEFAULT-VALUE}")
    private int warmUpSeconds;

    @Option(names = "--threads", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    private int threads;

    @Override
    protected void measure(KafkaConnection kafka, Path folder, PrintWriter out) throws Exception {
        EventTopic.create(kafka);
        var detector = new OurDetector();
        var settings = StreamsSettings.of(
                kafka, EventTopic.layout(), new DetectorConfig(threads, folder, Duration.ofSeconds(1), 0, ""));
        try (var streams = new KafkaStreams(detector.topology(), settings);
                var probes = new Probes(kafka);
                var load = new HotLoad(kafka, rate, probes::sent)) {
            streams.start();
            probes.start();
            load.runFor(Duration.ofSeconds(warmUpSeconds));
            probes.awaitAll(LONGEST);
            probes.forget();
            var cpu = new CpuShares();
            load.runFor(Duration.ofSeconds(seconds));
            String shares = cpu.until(BUSY);
            probes.awaitAll(LONGEST);
            print(load, probes, shares, out);
        }
    }

    private void print(HotLoad load, Probes probes, String shares, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,.0f events/s, of which nine tenths by one source, %d thread(s); deciding event to detection of others:"
                        + " %s%n  %s%n",
                load.eventsPerSecond(),
                threads,
                new Percentiles(probes.nanos()),
                shares);
        out.flush();
    }

    /** Reads what is detected, lists it as the service would, and takes the times of the scans that were sent. */
    private static final class Probes implements AutoCloseable {
        private final KafkaConnection kafka;
        private final Map<Cidr, Long> sent = new ConcurrentHashMap<>();
        private final Map<Cidr, TreeSet<String>> reasons = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean closing = new AtomicBoolean();
        private final Thread reader = Thread.ofPlatform().name("detections").unstarted(this::read);

        Probes(KafkaConnection kafka) {
            this.kafka = kafka;
        }

        void start() {
            reader.start();
        }

        /** The deciding event of this source's scan is on its way. */
        void sent(IpAddress source) {
            sent.put(Cidr.of(source), System.nanoTime());
        }

        void awaitAll(Duration longest) throws InterruptedException {
            long deadline = System.nanoTime() + longest.toNanos();
            while (!sent.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(1_000_000);
            }
            if (!sent.isEmpty()) {
                throw new IllegalStateException(sent.size() + " scans were not detected within " + longest);
            }
        }

        /** What has been measured so far. */
        void forget() {
            nanos.clear();
        }

        long[] nanos() {
            return nanos.stream().mapToLong(nano -> nano).toArray();
        }

        private void read() {
            var key = Topics.DETECTIONS.keySerde().deserializer();
            var value = Topics.DETECTIONS.valueSerde().deserializer();
            var blacklist = Topics.BLACKLIST;
            try (var consumer = new KafkaConsumer<>(
                            kafka.with(Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest")),
                            key,
                            value);
                    var producer = new KafkaProducer<>(
                            kafka.with(Map.of()),
                            blacklist.keySerde().serializer(),
                            blacklist.valueSerde().serializer())) {
                consumer.assign(partitions(consumer));
                while (!closing.get()) {
                    consumer.poll(POLL).forEach(record -> taken(record.value(), producer));
                }
            }
        }

        private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
            return consumer.partitionsFor(Topics.DETECTIONS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the topic is this run's own
        private void taken(Detection detection, KafkaProducer<String, BlacklistEntry> producer) {
            Long sentAt = sent.remove(detection.source());
            if (sentAt != null) {
                nanos.add(System.nanoTime() - sentAt);
            }
            if (detection.disposition() == Disposition.LIST) {
                producer.send(new ProducerRecord<>(
                        Topics.BLACKLIST.name(), detection.source().toString(), listed(detection)));
            }
        }

        private BlacklistEntry listed(Detection detection) {
            Instant now = Instant.now();
            return new BlacklistEntry(
                    detection.source(),
                    reasons.merge(detection.source(), new TreeSet<>(List.of(detection.rule())), (one, other) -> {
                        one.addAll(other);
                        return one;
                    }),
                    Origin.DETECTED,
                    null,
                    detection.firstSeen(),
                    detection.lastSeen(),
                    now,
                    now.plus(Duration.ofDays(30)),
                    null,
                    0,
                    1,
                    detection.evidence(),
                    detection.country());
        }

        @Override
        public void close() {
            closing.set(true);
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
