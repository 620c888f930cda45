// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.status.StatusBoard;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the status board as the detector and the bridges write it, from the beginning of their topics on. */
public final class StatusReader implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReader.class);
    private static final Duration WAIT = Duration.ofMillis(250);

    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final StatusBoard board;
    private final PoisonCount poison;
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    public StatusReader(KafkaConnection kafka, RequiredTopics topics, StatusBoard board, PoisonCount poison) {
        this.kafka = kafka;
        this.topics = topics;
        this.board = board;
        this.poison = poison;
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        for (ConsumerRecord<String, byte[]> record : opened().poll(WAIT)) {
            post(record);
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private void post(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.DETECTOR_STATUS.name())) {
            post(Topics.DETECTOR_STATUS, record, board::detector);
        } else {
            post(Topics.BRIDGE_STATUS, record, board::bridge);
        }
    }

    private <V> void post(
            Topic<String, V> topic, ConsumerRecord<String, byte[]> record, BiConsumer<String, @Nullable V> post) {
        try {
            post.accept(record.key(), topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
        } catch (SerializationException e) {
            poison.count();
            LOG.error(
                    "a record can't be used and is passed over: topic={} partition={} offset={} why={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private KafkaConsumer<String, byte[]> opened() throws ExecutionException, InterruptedException {
        KafkaConsumer<String, byte[]> open = consumer;
        if (open == null) {
            topics.ensure();
            open = new KafkaConsumer<>(
                    kafka.with(Map.of(
                            "client.id",
                            "blacklist-status",
                            "isolation.level",
                            "read_committed",
                            "enable.auto.commit",
                            false,
                            "default.api.timeout.ms",
                            15_000)),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer = open;
            assignAll(open);
        }
        return open;
    }

    private static void assignAll(KafkaConsumer<String, byte[]> open) {
        List<TopicPartition> partitions = Stream.of(Topics.DETECTOR_STATUS, Topics.BRIDGE_STATUS)
                .flatMap(topic -> open.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        open.assign(partitions);
        open.seekToBeginning(partitions);
    }
}
