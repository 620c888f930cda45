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

/**
 * Reads a topic as a member of a group. A batch goes to its handler, and only when that has it the offsets are
 * committed; if the handler fails, the same batch comes again. A record whose content is at fault is passed over.
 */
public final class TopicConsumer<V> implements Loop {
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Map<String, Object> PROPERTIES =
            Map.of("isolation.level", "read_committed", "max.poll.records", 1_000);

    private final GroupMember<V> member;
    private final BatchHandler<V> handler;
    private final Map<TopicPartition, Long> committed = new HashMap<>();

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
        this.member = new GroupMember<>(topic, group, kafka, topics, poison, PROPERTIES);
        this.handler = handler;
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        KafkaConsumer<byte[], byte[]> open = member.opened(KafkaConsumer::subscribe);
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
        return member.topic();
    }

    @Override
    public void close() {
        member.close();
    }

    private List<Delivered<V>> decoded(ConsumerRecords<byte[], byte[]> records) {
        var batch = new ArrayList<Delivered<V>>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            member.decoded(record)
                    .map(value -> new Delivered<>(member.topicId(), record.partition(), record.offset(), value))
                    .ifPresent(batch::add);
        }
        return batch;
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
            member.passOver(delivered.partition(), delivered.offset(), e);
        }
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
