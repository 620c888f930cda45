// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import com.sun.management.OperatingSystemMXBean;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.detector.config.DetectorConfig;
import io.activedefense.detector.config.StreamsSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * One contender's way through the whole topic, from its first event to its last.
 *
 * @param events in the topic
 * @param threads of the stream
 */
record StreamRun(KafkaConnection kafka, Path folder, long events, int threads) {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

    /**
     * What a run took.
     *
     * @param cpuSeconds of this process: the broker's are not in it
     */
    record Result(String name, int threads, long events, double seconds, double cpuSeconds, String found) {
        double eventsPerSecond() {
            return events / seconds;
        }

        double cpuSecondsPerMillion() {
            return cpuSeconds * 1e6 / events;
        }
    }

    Result of(Contender contender) throws TimeoutException {
        return of(contender, () -> {});
    }

    /** Likewise, looking at the contender once more at the end, before it closes. */
    Result of(Contender contender, Runnable look) throws TimeoutException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (var streams = new KafkaStreams(contender.topology(), settings(contender))) {
            streams.start();
            awaitProcessed(contender, streams, 1);
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            awaitProcessed(contender, streams, events);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
            look.run();
            return new Result(contender.name(), threads, events, seconds, cpuSeconds, contender.found());
        }
    }

    private static void awaitProcessed(Contender contender, KafkaStreams streams, long least) throws TimeoutException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (contender.processed() < least) {
            if (streams.state() == KafkaStreams.State.ERROR || System.nanoTime() > deadline) {
                throw new TimeoutException(
                        contender.name() + " stopped at event " + contender.processed() + ", being " + streams.state());
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    private Properties settings(Contender contender) {
        var config = new DetectorConfig(threads, folder, Duration.ofSeconds(1), 0, "");
        Properties settings = StreamsSettings.of(kafka, EventTopic.layout(), config);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + UUID.randomUUID());
        settings.putAll(contender.settings());
        return settings;
    }
}
