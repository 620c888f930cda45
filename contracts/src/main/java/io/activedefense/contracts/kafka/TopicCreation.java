// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import io.activedefense.contracts.kafka.Topic.Spread;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. Safe to run by several processes at once. */
public final class TopicCreation {
    private TopicCreation() {}

    /**
     * Creates those of the topics that the broker doesn't have.
     *
     * @throws ExecutionException if the broker refuses a topic for another reason than that it exists
     * @throws InterruptedException if the thread is interrupted while it waits for the broker
     */
    public static void createMissing(Admin admin, Collection<Topic<?, ?>> topics, TopicLayout layout)
            throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> newTopic(topic, layout))
                .toList();
        for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
            awaitUnlessItExists(creation);
        }
    }

    private static NewTopic newTopic(Topic<?, ?> topic, TopicLayout layout) {
        int partitions = topic.spread() == Spread.SINGLE ? 1 : layout.partitions();
        return new NewTopic(topic.name(), Optional.of(partitions), Optional.of(layout.replicationFactor()))
                .configs(topic.config());
    }

    private static void awaitUnlessItExists(KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
