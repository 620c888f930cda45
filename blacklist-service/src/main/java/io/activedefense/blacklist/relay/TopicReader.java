// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a compacted topic holds at this moment. */
final class TopicReader {
    private static final Object UNREADABLE = new Object();

    private final KafkaConnection kafka;

    TopicReader(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /** The fingerprint of every key's value; one that can't be read agrees with nothing. */
    <V> Map<String, Object> fingerprints(Truth<V> truth) {
        try (var consumer = new KafkaConsumer<>(
                kafka.with(Map.of(
                        "client.id",
                        "blacklist-reconciliation",
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "default.api.timeout.ms",
                        10_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(truth.topic().name())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), truth);
        }
    }

    private static <V> Map<String, Object> read(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Truth<V> truth) {
        var held = new HashMap<String, Object>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                hold(held, record, truth);
            }
        }
        return held;
    }

    private static <V> void hold(Map<String, Object> held, ConsumerRecord<String, byte[]> record, Truth<V> truth) {
        if (record.value() == null) {
            held.remove(record.key());
        } else {
            held.put(record.key(), fingerprint(record.value(), truth));
        }
    }

    private static <V> Object fingerprint(byte[] value, Truth<V> truth) {
        Topic<String, V> topic = truth.topic();
        try {
            return truth.fingerprint(topic.valueSerde().deserializer().deserialize(topic.name(), value));
        } catch (SerializationException e) {
            return UNREADABLE;
        }
    }
}
