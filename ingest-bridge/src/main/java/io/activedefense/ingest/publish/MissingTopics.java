// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Creates what the bridge needs of topics and the broker doesn't have yet. */
public final class MissingTopics {
    private static final Map<String, Object> ADMIN =
            Map.of("default.api.timeout.ms", 5_000, "request.timeout.ms", 5_000);

    private final KafkaConnection connection;
    private final TopicLayout layout;

    public MissingTopics(KafkaConnection connection, TopicLayout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    /**
     * Creates those of the topics that are missing.
     *
     * @throws KafkaException if Kafka is away or refuses
     */
    public void create(Collection<Topic<?, ?>> topics) {
        try (var admin = Admin.create(connection.with(ADMIN))) {
            TopicCreation.createMissing(admin, topics, layout);
        } catch (ExecutionException e) {
            throw new KafkaException("topics can't be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
