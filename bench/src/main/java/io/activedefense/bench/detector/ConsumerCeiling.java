// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import com.sun.management.OperatingSystemMXBean;
import io.activedefense.bench.detector.StreamRun.Result;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the client alone reads: the same topic by plain consumers, one a thread, that look at no byte and share out the
 * partitions among them. No stream can be faster.
 *
 * @param events in the topic
 * @param threads that read
 */
record ConsumerCeiling(KafkaConnection kafka, long events, int threads) {
    private static final Duration POLL = Duration.ofMillis(200);

    Result measure() throws ExecutionException, InterruptedException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var read = new LongAdder();
        List<Future<?>> readers = new ArrayList<>();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                readers.add(pool.submit(() -> read(number, read)));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        return new Result("plain consumer", threads, events, seconds, cpuSeconds, "nothing");
    }

    private void read(int thread, LongAdder read) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(kafka.with(Map.of("max.poll.records", 1_000)), bytes, bytes)) {
            List<TopicPartition> share = IntStream.range(0, EventTopic.layout().partitions())
                    .filter(partition -> partition % threads == thread)
                    .mapToObj(partition -> new TopicPartition(Topics.FIREWALL_EVENTS.name(), partition))
                    .toList();
            consumer.assign(share);
            consumer.seekToBeginning(share);
            while (read.sum() < events) {
                read.add(consumer.poll(POLL).count());
            }
        }
    }
}
