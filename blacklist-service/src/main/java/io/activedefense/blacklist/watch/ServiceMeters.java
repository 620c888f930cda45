// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.archive.ArchiveKeeper;
import io.activedefense.blacklist.consume.PoisonCount;
import io.activedefense.blacklist.device.Condition;
import io.activedefense.blacklist.notification.DeliveryCount;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.contracts.kafka.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Every meter of the service: names, labels, help. What a gauge asks is nobody else's: it holds it. */
public final class ServiceMeters {
    private static final String PREFIX = "active_defense_blacklist_";

    private final MeterRegistry registry;
    private final Map<String, Counter> poisoned = new ConcurrentHashMap<>();

    public ServiceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts the records of a topic that were passed over because their content was at fault. */
    public PoisonCount poisoned(Topic<?, ?> topic) {
        return poisoned.computeIfAbsent(topic.name(), this::poisonedCounter)::increment;
    }

    /** Whoever counts them: there is one counter a topic. */
    long poisonedIn(Topic<?, ?> topic) {
        return (long)
                poisoned.computeIfAbsent(topic.name(), this::poisonedCounter).count();
    }

    /** Publishes what the status report tells. */
    void watch(Supplier<StatusReport> report, Supplier<@Nullable Long> listed) {
        gauge("listed_entries", "entries on the list", report, ignored -> orNaN(listed.get()));
        gauge(
                "outbox_waiting_messages",
                "changes that Kafka doesn't have yet",
                report,
                now -> orNaN(now.relay().waiting()));
        gauge(
                "relay_leading",
                "1 where this process publishes",
                report,
                now -> now.relay().leader() ? 1 : 0);
        gauge(
                "published_messages",
                "messages published since the start",
                report,
                now -> now.relay().published());
        for (Condition.Kind kind : Condition.Kind.values()) {
            watchDevices(kind, report);
        }
        gauge("detector_waiting_events", "events that wait for the detector", report, now -> orNaN(now.eventLag()));
        gauge(
                "detector_progress_timestamp_seconds",
                "event time up to which all was judged",
                report,
                now -> now.detectorProgress() == null
                        ? Double.NaN
                        : now.detectorProgress().toEpochMilli() / 1000.0);
    }

    /** Publishes what the archive takes. */
    public void watch(ArchiveKeeper archive) {
        archive(
                "archive_bytes",
                "what the archive of log records takes",
                archive,
                state -> state.use().bytes());
        archive(
                "archive_expected_bytes",
                "what it will take when its oldest day is as old as it gets",
                archive,
                ArchiveKeeper.State::expectedBytes);
        archive(
                "archive_stopped",
                "1 where nothing more is filed, since there is no room",
                archive,
                state -> state.shortage().isPresent() ? 1 : 0);
    }

    /** Publishes the lag of one consumer. */
    void watchLag(Topic<?, ?> topic, Supplier<@Nullable Long> lag) {
        Gauge.builder(PREFIX + "consumer_lag_records", lag, waiting -> orNaN(waiting.get()))
                .description("records that wait for this service")
                .tag("topic", topic.name())
                .strongReference(true)
                .register(registry);
    }

    /** Publishes when a certificate ends. */
    public void watchCertificate(Supplier<Instant> ends) {
        Gauge.builder(
                        PREFIX + "certificate_expires_timestamp_seconds",
                        ends,
                        when -> when.get().getEpochSecond())
                .description("when the server's certificate ends, or the first of those that signed it")
                .strongReference(true)
                .register(registry);
    }

    /** Counts attempts to deliver notifications. */
    public DeliveryCount deliveries() {
        return (channel, taken) -> Counter.builder(PREFIX + "notification_attempts")
                .description("attempts to deliver a notification")
                .tag("channel", channel)
                .tag("result", taken ? "delivered" : "failed")
                .register(registry)
                .increment();
    }

    /** Publishes how many notifications wait. */
    public void watchDeliveries(Supplier<@Nullable Long> waiting) {
        Gauge.builder(PREFIX + "notifications_waiting", waiting, now -> orNaN(now.get()))
                .description("notifications that are not delivered yet, told by the instance that delivers")
                .strongReference(true)
                .register(registry);
    }

    private void watchDevices(Condition.Kind kind, Supplier<StatusReport> report) {
        Gauge.builder(PREFIX + "devices", report, now -> now.get().devices().count(kind))
                .description("devices that something is to be known of")
                .tag("condition", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .strongReference(true)
                .register(registry);
    }

    private Counter poisonedCounter(String topic) {
        return Counter.builder(PREFIX + "poisoned_records")
                .description("records that could not be used and were passed over")
                .tag("topic", topic)
                .register(registry);
    }

    private void archive(
            String name, String description, ArchiveKeeper archive, ToDoubleFunction<ArchiveKeeper.State> value) {
        Gauge.builder(
                        PREFIX + name,
                        archive,
                        now -> now.state().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private void gauge(
            String name, String description, Supplier<StatusReport> report, ToDoubleFunction<StatusReport> value) {
        Gauge.builder(PREFIX + name, report, now -> value.applyAsDouble(now.get()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private static double orNaN(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }
}
