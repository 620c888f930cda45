// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes batches, each whole or not at all. Its transactional id is the same in every process: whoever opens one
 * fences all that were opened before, so that a leader which doesn't know yet that it lost the lead can't publish.
 */
final class Publisher implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    private Publisher(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    static Publisher open(KafkaConnection kafka) {
        var producer = new KafkaProducer<>(
                kafka.with(Map.of(
                        "client.id",
                        "blacklist-relay",
                        "transactional.id",
                        ConsumerGroups.BLACKLIST_RELAY,
                        "acks",
                        "all",
                        "max.block.ms",
                        10_000,
                        "delivery.timeout.ms",
                        15_000,
                        "request.timeout.ms",
                        10_000,
                        "transaction.timeout.ms",
                        20_000,
                        "max.request.size",
                        Topic.LARGEST_RECORD,
                        "compression.type",
                        "lz4")),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new Publisher(producer);
        } catch (RuntimeException e) {
            producer.close(java.time.Duration.ZERO);
            throw e;
        }
    }

    /** Publishes the messages in order. After a failure this publisher is of no use any more. */
    void publish(List<Message> messages) throws InterruptedException {
        producer.beginTransaction();
        var sent = new ArrayList<Future<RecordMetadata>>(messages.size());
        for (Message message : messages) {
            sent.add(producer.send(new ProducerRecord<>(message.topic(), message.key(), message.value())));
        }
        producer.commitTransaction();
        await(sent);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(1));
    }

    /** A commit succeeds only after all sends have; asking them keeps that assumption honest. */
    private static void await(List<Future<RecordMetadata>> sent) throws InterruptedException {
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message of a committed batch was not sent", e);
        }
    }
}
