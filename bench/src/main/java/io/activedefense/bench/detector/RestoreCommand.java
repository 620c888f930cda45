// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.bench.broker.BrokerMeasurement;
import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.config.DetectorConfig;
import io.activedefense.detector.config.StreamsSettings;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.topology.DetectorMeters;
import io.activedefense.detector.topology.DetectorTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an instance needs to take over the state of a lost one, none of it kept warm. */
@Command(name = "restore", description = "How long the state of a lost detector takes to restore from its changelog.")
public final class RestoreCommand extends BrokerMeasurement {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);

    @Option(names = "--sources", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private int sources;

    @Option(names = "--threads", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private int threads;

    @Override
    protected void measure(KafkaConnection kafka, Path folder, PrintWriter out) throws Exception {
        var many = new ManySources(sources, Instant.parse("2026-03-01T12:00:00Z"));
        EventTopic.fill(kafka, many.events(), many::event);
        try (var lost = new Instance(kafka, folder.resolve("lost"), threads);
                var admin = Admin.create(kafka.with(Map.of()))) {
            await(lost, () -> committed(admin) >= many.events());
        }
        try (var heir = new Instance(kafka, folder.resolve("heir"), threads)) {
            long begin = System.nanoTime();
            await(heir, () -> heir.holds() >= sources);
            print(heir, (System.nanoTime() - begin) / 1e9, out);
        }
    }

    private void print(Instance heir, double seconds, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d sources restored by %d thread(s): %.1f s from start to judging, of which the slowest partition's"
                        + " state %.1f s; %,.0f changelog records; heap in use %,d MB%n",
                sources,
                threads,
                seconds,
                heir.registry.get("active_defense_detector_restore").timer().max(TimeUnit.SECONDS),
                heir.registry
                        .get("active_defense_detector_restored_records")
                        .counter()
                        .count(),
                heapInUse() / (1 << 20));
        out.flush();
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long committed(Admin admin) {
        try {
            return admin
                    .listConsumerGroupOffsets(ConsumerGroups.DETECTOR)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(offset -> offset == null ? 0 : offset.offset())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka does not tell how far the detector is", e);
        }
    }

    private static void await(Instance instance, BooleanSupplier condition) throws TimeoutException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (instance.streams.state() == KafkaStreams.State.ERROR || System.nanoTime() > deadline) {
                throw new TimeoutException("the detector is " + instance.streams.state());
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    /** The product's topology, switched on, that leaves its group when it is closed so that nobody waits for it. */
    private static final class Instance implements AutoCloseable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        private final KafkaStreams streams;

        Instance(KafkaConnection kafka, Path folder, int threads) {
            var settings = new SettingsHolder();
            settings.put(DefenseSettings.DEFAULTS);
            var topology = new DetectorTopology(new ListedSources(), settings, new DetectorMeters(registry));
            var config = new DetectorConfig(threads, folder, Duration.ofSeconds(1), 0, "");
            streams = new KafkaStreams(topology.build(), StreamsSettings.of(kafka, EventTopic.layout(), config));
            streams.setGlobalStateRestoreListener(topology.restores());
            streams.start();
        }

        double holds() {
            return registry.find("active_defense_detector_tracked_sources").gauges().stream()
                    .mapToDouble(gauge -> gauge.value())
                    .sum();
        }

        @Override
        public void close() {
            streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
    }
}
