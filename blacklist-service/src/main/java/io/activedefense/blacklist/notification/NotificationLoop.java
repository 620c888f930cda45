// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.notification.Channel.Outcome;
import io.activedefense.blacklist.relay.Leadership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is to be told and delivers it. One instance does. What was delivered is noted after that, so a crash in
 * between has it delivered twice, and none has it lost. Recipients do not wait for each other.
 */
public final class NotificationLoop implements Loop {
    static final Duration EVERY = Duration.ofSeconds(3);
    static final int MOST_KEPT = 10_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(NotificationLoop.class);

    private final Deliveries deliveries;
    private final NotificationSettingsStore settings;
    private final Mailbox mailbox;
    private final Leadership lead;
    private final DeliveryCount count;
    private final Clock clock;
    private Instant tidied = Instant.EPOCH;
    private volatile @Nullable Long waiting;

    private record Attempt(Delivery delivery, Outcome outcome) {}

    public NotificationLoop(
            Deliveries deliveries,
            NotificationSettingsStore settings,
            Mailbox mailbox,
            Leadership lead,
            DeliveryCount count,
            Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.mailbox = mailbox;
        this.lead = lead;
        this.count = count;
        this.clock = clock;
    }

    @Override
    public Duration step() throws InterruptedException, ExecutionException {
        waiting = null;
        if (!lead.take()) {
            return EVERY;
        }
        NotificationSettings now = settings.current();
        deliveries.collect(now.groupInterval());
        List<Delivery> due = deliveries.due();
        deliver(due, now.page());
        tidy();
        waiting = deliveries.waiting();
        return due.isEmpty() ? EVERY : Duration.ZERO;
    }

    /** How many notices wait; absent where another instance delivers, or nobody knows. */
    public @Nullable Long waiting() {
        return waiting;
    }

    @Override
    public void close() {
        lead.giveUp();
    }

    private void deliver(List<Delivery> due, Page page) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ExecutorCompletionService<Attempt>(threads);
            due.forEach(delivery -> attempts.submit(() -> new Attempt(delivery, mailbox.send(delivery, page))));
            for (int i = 0; i < due.size(); i++) {
                note(attempts.take().get());
            }
        }
    }

    private void note(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        switch (attempt.outcome()) {
            case Outcome.Sent sent -> {
                deliveries.sent(delivery, sent.words());
                count.attempted(delivery.channel(), true);
                LOG.info("notification delivered: delivery={} channel={}", delivery.id(), delivery.channel());
            }
            case Outcome.Failed failed -> {
                note(delivery, failed);
                count.attempted(delivery.channel(), false);
            }
        }
    }

    private void note(Delivery delivery, Outcome.Failed failed) {
        Patience.next(delivery, clock.instant())
                .ifPresentOrElse(
                        next -> {
                            deliveries.failed(delivery, failed.words(), next);
                            LOG.warn(
                                    "notification not delivered, tried again: delivery={} channel={} next={} why={}",
                                    delivery.id(),
                                    delivery.channel(),
                                    next,
                                    failed.words());
                        },
                        () -> {
                            deliveries.givenUp(delivery, failed.words());
                            LOG.error(
                                    "notification given up: delivery={} channel={} why={}",
                                    delivery.id(),
                                    delivery.channel(),
                                    failed.words());
                        });
    }

    private void tidy() {
        Instant now = clock.instant();
        if (!now.isBefore(tidied.plus(TIDY_EVERY))) {
            deliveries.forget(now.minus(KEPT), MOST_KEPT);
            tidied = now;
        }
    }
}
