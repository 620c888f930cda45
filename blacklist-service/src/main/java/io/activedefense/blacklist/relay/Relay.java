// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.relay.Outbox.Queued;
import io.activedefense.contracts.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the outbox while it has the lead. A message goes out at least once, those of a key in order. */
public final class Relay implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final int BATCH = 500;

    private final Outbox outbox;
    private final Leadership leadership;
    private final List<Truth<?>> truths;
    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final Reconciliation reconciliation;
    private @Nullable Publisher publisher;
    private volatile boolean leading;
    private final AtomicLong published = new AtomicLong();

    public Relay(
            Outbox outbox, Leadership leadership, List<Truth<?>> truths, KafkaConnection kafka, RequiredTopics topics) {
        this.outbox = outbox;
        this.leadership = leadership;
        this.truths = List.copyOf(truths);
        this.kafka = kafka;
        this.topics = topics;
        this.reconciliation = new Reconciliation(new TopicReader(kafka));
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        boolean done = false;
        try {
            Duration idle = leadership.take() ? lead() : follow();
            done = true;
            return idle;
        } finally {
            if (!done) {
                stepDown();
            }
        }
    }

    /** Whether it has the lead, and the compacted topics agree with the database. */
    public boolean isLeading() {
        return leading;
    }

    /** How many messages it has published. */
    public long published() {
        return published.get();
    }

    public long waiting() {
        return outbox.waiting();
    }

    @Override
    public void close() {
        stepDown();
    }

    private Duration lead() throws ExecutionException, InterruptedException {
        Publisher current = publisher;
        if (current == null) {
            current = takeOver();
        }
        List<Queued> batch = outbox.next(BATCH);
        if (batch.isEmpty()) {
            return IDLE;
        }
        current.publish(batch.stream().map(Queued::message).toList());
        outbox.published(batch.stream().map(Queued::id).toList());
        published.addAndGet(batch.size());
        return Duration.ZERO;
    }

    private Publisher takeOver() throws ExecutionException, InterruptedException {
        topics.ensure();
        Publisher opened = Publisher.open(kafka);
        publisher = opened;
        reconciliation.reconcileAll(truths, opened);
        leading = true;
        LOG.info("this process has taken the lead in publishing");
        return opened;
    }

    private Duration follow() {
        closePublisher();
        return LOOK_AGAIN;
    }

    private void stepDown() {
        closePublisher();
        leadership.giveUp();
    }

    private void closePublisher() {
        leading = false;
        Publisher current = publisher;
        publisher = null;
        if (current != null) {
            current.close();
        }
    }
}
