// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.decision;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.ingest.publish.MissingTopics;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers of the topics that operators' decisions stand in, which it creates where they are missing. */
public final class DecisionTopics implements Supplier<Consumer<String, byte[]>> {
    static final List<Topic<?, ?>> TOPICS = List.of(Topics.DEVICES, Topics.DEFENSE_SETTINGS);

    private static final Map<String, Object> CONSUMER = Map.of(
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false,
            "allow.auto.create.topics",
            false,
            "auto.offset.reset",
            "earliest",
            "default.api.timeout.ms",
            5_000,
            "request.timeout.ms",
            5_000,
            "reconnect.backoff.max.ms",
            1_000);

    private final KafkaConnection connection;
    private final MissingTopics missing;

    public DecisionTopics(KafkaConnection connection, TopicLayout layout) {
        this.connection = connection;
        this.missing = new MissingTopics(connection, layout);
    }

    /**
     * @throws KafkaException if Kafka is away or refuses
     */
    @Override
    public Consumer<String, byte[]> get() {
        missing.create(TOPICS);
        return new KafkaConsumer<>(connection.with(CONSUMER), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
