// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic that every contender reads, filled with the generator's events. */
final class EventTopic {
    private static final int EVENTS_PER_SECOND = 2_000;
    private static final int LINE_BYTES = 350;
    private static final TopicLayout LAYOUT = new TopicLayout(4, (short) 1);

    /** A machine that others use too may be away for minutes. */
    static final Map<String, Object> PRODUCER =
            Map.of("compression.type", "lz4", "linger.ms", 5, "batch.size", 128 * 1024, "max.block.ms", 600_000);

    private EventTopic() {}

    static TopicLayout layout() {
        return LAYOUT;
    }

    static void create(KafkaConnection kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.with(Map.of()))) {
            TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);
        }
    }

    /** Makes up an event, given its number. */
    @FunctionalInterface
    interface Maker {
        FirewallEvent event(long number, FirewallEventWriter writer);
    }

    static void fill(KafkaConnection kafka, long events) throws ExecutionException, InterruptedException {
        var plan = TrafficPlan.demo(1, Instant.parse("2026-11-22T12:00:00Z"), EVENTS_PER_SECOND, ZoneOffset.UTC);
        var generator = new TrafficGenerator(plan);
        var file = new FileIdentity(1, 1, 0);
        fill(kafka, events, (number, writer) -> {
            generator.next().event(writer);
            return writer.line(file, number * LINE_BYTES, LINE_BYTES).build();
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    static void fill(KafkaConnection kafka, long events, Maker maker) throws ExecutionException, InterruptedException {
        create(kafka);
        var writer = new FirewallEventWriter();
        var refusal = new AtomicReference<@Nullable Exception>();
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(kafka.with(PRODUCER), bytes, bytes)) {
            for (long i = 0; i < events; i++) {
                FirewallEvent event = maker.event(i, writer);
                var record = new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes());
                producer.send(record, (place, failure) -> refusal.compareAndExchange(null, failure));
            }
        }
        Exception refused = refusal.get();
        if (refused != null) {
            throw new ExecutionException("Kafka did not take all events: " + refused, refused);
        }
    }
}
