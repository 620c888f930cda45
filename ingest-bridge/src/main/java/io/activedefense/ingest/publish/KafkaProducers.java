// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes producers that never give a record up, against topics that exist. */
public final class KafkaProducers implements Supplier<Producer<byte[], byte[]>> {
    private static final List<Topic<?, ?>> TOPICS =
            List.of(Topics.FIREWALL_EVENTS, Topics.DEAD_LETTERS, Topics.BRIDGE_STATUS);

    private static final Map<String, Object> PRODUCER = Map.ofEntries(
            Map.entry("acks", "all"),
            Map.entry("enable.idempotence", true), // keeps the order in a partition through every retry
            Map.entry("delivery.timeout.ms", Integer.MAX_VALUE), // Kafka may be away for as long as it likes
            Map.entry("retries", Integer.MAX_VALUE),
            Map.entry("compression.type", "lz4"),
            Map.entry("linger.ms", 5),
            Map.entry("batch.size", 128 * 1024),
            Map.entry("buffer.memory", 3 * Publisher.MOST_UNDERWAY),
            Map.entry("max.block.ms", 5_000), // to find the topics when it connects; later nothing blocks
            Map.entry("metadata.max.idle.ms", Duration.ofDays(20).toMillis()), // nor does a topic that is seldom used
            Map.entry("reconnect.backoff.max.ms", 1_000),
            Map.entry("request.timeout.ms", 10_000));

    private final KafkaConnection connection;
    private final TopicLayout layout;

    public KafkaProducers(KafkaConnection connection, TopicLayout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    /**
     * A producer that has reached Kafka, after creating the topics that are missing.
     *
     * @throws KafkaException if Kafka is away or refuses
     */
    @Override
    public Producer<byte[], byte[]> get() {
        new MissingTopics(connection, layout).create(TOPICS);
        var serializer = new ByteArraySerializer();
        var producer = new KafkaProducer<>(connection.with(PRODUCER), serializer, serializer);
        try {
            TOPICS.forEach(topic -> producer.partitionsFor(topic.name()));
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }
}
