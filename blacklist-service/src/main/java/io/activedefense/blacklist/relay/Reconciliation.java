// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import io.activedefense.contracts.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a compacted topic right: publishes what it lacks or holds differently, and tombstones what it should not hold.
 * Changes that are still in the outbox follow, in order, so that the last word is always the latest.
 */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int BATCH = 500;

    private final TopicReader reader;

    Reconciliation(TopicReader reader) {
        this.reader = reader;
    }

    <V> void reconcile(Truth<V> truth, Publisher publisher) throws InterruptedException {
        Map<String, Object> held = reader.fingerprints(truth);
        var corrections = new ArrayList<Message>();
        truth.forEach((key, value) -> {
            if (!truth.fingerprint(value).equals(held.remove(key))) {
                corrections.add(message(truth.topic(), key, value));
            }
        });
        held.keySet().forEach(key -> corrections.add(message(truth.topic(), key, null)));
        for (int from = 0; from < corrections.size(); from += BATCH) {
            publisher.publish(corrections.subList(from, Math.min(corrections.size(), from + BATCH)));
        }
        LOG.info("{} agrees with the database, corrections: {}", truth.topic().name(), corrections.size());
    }

    private static <V> Message message(Topic<String, V> topic, String key, @Nullable V value) {
        byte[] bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
        return new Message(topic.name(), key, bytes);
    }

    /** Reconciles every topic. */
    void reconcileAll(List<Truth<?>> truths, Publisher publisher) throws InterruptedException {
        for (Truth<?> truth : truths) {
            reconcile(truth, publisher);
        }
    }
}
