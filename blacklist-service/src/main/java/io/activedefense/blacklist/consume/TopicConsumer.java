// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.entry.UnacceptableRecordException;
import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic as a member of a group. A batch goes to its handler, and only when that has it the offsets are
 * committed; if the handler fails, the same batch comes again. A record whose content is at fault is passed over.
 */
public final class TopicConsumer<V> implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(TopicConsumer.class);
    private static final Duration WAIT = Duration.ofMillis(250);

    private final Topic<?, V> topic;
    private final String group;
    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final BatchHandler<V> handler;
    private final PoisonCount poison;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private String topicId = "";

    /**
     * A consumer, which connects with its first step.
     *
     * @param group whose committed offsets tell how far it is
     * @param poison is told of records that are passed over
     */
    public TopicConsumer(
            Topic<?, V> topic,
            String group,
            KafkaConnection kafka,
            RequiredTopics topics,
            BatchHandler<V> handler,
            PoisonCount poison) {
        this.topic = topic;
        this.group = group;
        this.kafka = kafka;
        this.topics = topics;
        this.handler = handler;
        this.poison = poison;
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        KafkaConsumer<byte[], byte[]> open = opened();
        ConsumerRecords<byte[], byte[]> records = open.poll(WAIT);
        try {
            take(decoded(records));
        } catch (RuntimeException e) {
            rewind(open, records);
            throw e;
        }
        commit(open);
        return Duration.ZERO;
    }

    public Topic<?, V> topic() {
        return topic;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }

    private KafkaConsumer<byte[], byte[]> opened() throws ExecutionException, InterruptedException {
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open == null) {
            topics.ensure();
            topicId = TopicIds.of(topic.name(), kafka);
            open = new KafkaConsumer<>(
                    kafka.with(properties()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            open.subscribe(List.of(topic.name()));
            consumer = open;
        }
        return open;
    }

    /** After a kill nobody reads until the group misses the dead member: ten seconds, not Kafka's 45. */
    private Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("client.id", group),
                Map.entry("group.id", group),
                Map.entry("isolation.level", "read_committed"),
                Map.entry("enable.auto.commit", false),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("max.poll.records", 1_000),
                Map.entry("session.timeout.ms", 10_000),
                Map.entry("heartbeat.interval.ms", 2_000),
                Map.entry("default.api.timeout.ms", 15_000));
    }

    private List<Delivered<V>> decoded(ConsumerRecords<byte[], byte[]> records) {
        var batch = new ArrayList<Delivered<V>>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decode(record, batch);
        }
        return batch;
    }

    private void decode(ConsumerRecord<byte[], byte[]> record, List<Delivered<V>> batch) {
        try {
            V value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (value == null) {
                throw new SerializationException("it has no value");
            }
            batch.add(new Delivered<>(topicId, record.partition(), record.offset(), value));
        } catch (SerializationException e) {
            passOver(record.partition(), record.offset(), e);
        }
    }

    private void take(List<Delivered<V>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            handler.take(batch);
        } catch (UnacceptableRecordException e) {
            batch.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Delivered<V> delivered) {
        try {
            handler.take(List.of(delivered));
        } catch (UnacceptableRecordException e) {
            passOver(delivered.partition(), delivered.offset(), e);
        }
    }

    private void passOver(int partition, long offset, RuntimeException cause) {
        poison.count();
        LOG.error(
                "a record can't be used and is passed over: topic={} partition={} offset={} why={}",
                topic.name(),
                partition,
                offset,
                cause.getMessage());
    }

    private void rewind(KafkaConsumer<byte[], byte[]> open, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            open.seek(partition, records.records(partition).getFirst().offset());
        }
    }

    /** Positions also move over the markers that transactions leave, so they are committed without records too. */
    private void commit(KafkaConsumer<byte[], byte[]> open) {
        committed.keySet().retainAll(open.assignment());
        var moved = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (TopicPartition partition : open.assignment()) {
            long position = open.position(partition);
            if (!Long.valueOf(position).equals(committed.get(partition))) {
                moved.put(partition, new OffsetAndMetadata(position));
            }
        }
        if (!moved.isEmpty()) {
            open.commitSync(moved);
            moved.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }
    }
}
