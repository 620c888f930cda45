// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.ingest.IngestBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The bridge as users run it, in a process of its own, over files that are there at once. */
final class BridgeRun {
    private static final long LOOK = Duration.ofMillis(5).toNanos();

    private final KafkaConnection kafka;
    private final Path folder;
    private final int heapMegabytes;

    BridgeRun(KafkaConnection kafka, Path folder, int heapMegabytes) {
        this.kafka = kafka;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
    }

    /** From the moment that the backlog is there until Kafka has its last line; the warm-up has arrived before. */
    Figures over(Backlog warmUp, Backlog backlog) throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        try (var ends = new KafkaConsumer<>(
                        kafka.with(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var bridge = begun(logs)) {
            warmUp.moveTo(logs, "W-");
            await(ends, warmUp.lines(), bridge);
            Duration cpuBefore = bridge.cpu();
            long begin = System.nanoTime();
            backlog.moveTo(logs, "");
            await(ends, warmUp.lines() + backlog.lines(), bridge);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Figures(
                    backlog.lines() / seconds, bridge.cpu().minus(cpuBefore), backlog.lines(), bridge.peakMegabytes());
        }
    }

    private JavaProcess begun(Path logs) throws IOException {
        return JavaProcess.begun(
                System.getProperty("java.class.path"),
                heapMegabytes,
                Map.of(
                        "micronaut.server.port", "-1",
                        "active-defense.kafka.bootstrap.servers",
                                kafka.properties().getOrDefault("bootstrap.servers", ""),
                        "active-defense.ingest-bridge.folders", logs.toString(),
                        "active-defense.ingest-bridge.state-directory",
                                folder.resolve("state").toString(),
                        "active-defense.topics.partitions", Integer.toString(IngestCommand.PARTITIONS),
                        "active-defense.topics.replication-factor", "1"),
                folder.resolve("bridge.txt"),
                List.of(IngestBridge.class.getName()));
    }

    private static void await(KafkaConsumer<byte[], byte[]> ends, long lines, JavaProcess bridge) throws IOException {
        while (arrived(ends) < lines) {
            bridge.requireAlive();
            LockSupport.parkNanos(LOOK);
        }
    }

    /** Lines that are events or were refused. */
    private static long arrived(KafkaConsumer<byte[], byte[]> ends) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : List.of(Topics.FIREWALL_EVENTS, Topics.DEAD_LETTERS)) {
            ends.partitionsFor(topic.name())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return ends.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
