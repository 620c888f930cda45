// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic as a member of a group, and connects when it is first needed. Offsets are its owner's to commit. */
final class GroupMember<V> implements AutoCloseable {
    /** After a kill nobody reads until the group misses the dead member: ten seconds, not Kafka's 45. */
    private static final Map<String, Object> ALWAYS = Map.of(
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "session.timeout.ms",
            10_000,
            "heartbeat.interval.ms",
            2_000,
            "default.api.timeout.ms",
            15_000);

    private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(2);

    private final Topic<?, V> topic;
    private final String group;
    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final PoisonCount poison;
    private final Map<String, Object> further;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private String topicId = "";

    /**
     * A member, not connected yet.
     *
     * @param poison is told of records that are passed over
     * @param further properties of its consumer
     */
    GroupMember(
            Topic<?, V> topic,
            String group,
            KafkaConnection kafka,
            RequiredTopics topics,
            PoisonCount poison,
            Map<String, Object> further) {
        this.topic = topic;
        this.group = group;
        this.kafka = kafka;
        this.topics = topics;
        this.poison = poison;
        this.further = Map.copyOf(further);
    }

    /**
     * Its consumer.
     *
     * @param subscription of a new consumer to the topic
     */
    KafkaConsumer<byte[], byte[]> opened(BiConsumer<KafkaConsumer<byte[], byte[]>, List<String>> subscription)
            throws ExecutionException, InterruptedException {
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open == null) {
            topics.ensure();
            topicId = TopicIds.of(topic.name(), kafka);
            open = new KafkaConsumer<>(
                    kafka.with(properties()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            subscription.accept(open, List.of(topic.name()));
            consumer = open;
        }
        return open;
    }

    Topic<?, V> topic() {
        return topic;
    }

    /** The topic as the cluster knows it. */
    String topicId() {
        return topicId;
    }

    /** What a record says; empty: it can't be read, and is passed over. */
    Optional<V> decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            V value = record.value() == null
                    ? null
                    : topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (value == null) {
                throw new SerializationException("it has no value");
            }
            return Optional.of(value);
        } catch (SerializationException e) {
            passOver(record.partition(), record.offset(), e);
            return Optional.empty();
        }
    }

    void passOver(int partition, long offset, RuntimeException cause) {
        poison.count();
        LOG.error(
                "a record can't be used and is passed over: topic={} partition={} offset={} why={}",
                topic.name(),
                partition,
                offset,
                cause.getMessage());
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(TIME_TO_LEAVE));
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(ALWAYS);
        properties.put("client.id", group);
        properties.put("group.id", group);
        properties.putAll(further);
        return properties;
    }
}
