// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;

/** The topics that this service reads and writes. Whoever needs them first waits until Kafka has them. */
public final class RequiredTopics {
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaConnection kafka;
    private final TopicLayout layout;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean there;

    public RequiredTopics(KafkaConnection kafka, TopicLayout layout) {
        this.kafka = kafka;
        this.layout = layout;
    }

    /**
     * Creates those that are missing, once.
     *
     * @throws ExecutionException if Kafka refuses or can't be reached
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void ensure() throws ExecutionException, InterruptedException {
        // Not a monitor: with Kafka away, those who wait for the one who asks must wake when the service ends.
        lock.lockInterruptibly();
        try {
            if (!there) {
                createMissing();
                there = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void createMissing() throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(kafka.with(Map.of(
                "client.id", "blacklist-topics", "default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000)));
        try {
            TopicCreation.createMissing(admin, Topics.ALL, layout);
        } finally {
            admin.close(CLOSING);
        }
    }
}
