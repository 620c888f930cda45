// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.record.LiveLines;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic of events from its end; in no group, so it takes nothing from anybody. */
public final class EventTail implements LiveLines {
    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final Topic<byte[], FirewallEvent> EVENTS = Topics.FIREWALL_EVENTS;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int MOST_POLLS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaConnection kafka;

    public EventTail(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    @Override
    public Following follow() {
        return new Tail();
    }

    private final class Tail implements Following {
        private @Nullable KafkaConsumer<byte[], byte[]> consumer;

        @Override
        public synchronized List<FirewallEvent> next() {
            try {
                return come();
            } catch (KafkaException e) {
                LOG.debug("nothing is followed now", e);
                return List.of();
            }
        }

        @Override
        public synchronized void close() {
            if (consumer != null) {
                consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
            }
        }

        /** Who can't keep up goes on at the end: it is the present that is followed. */
        private List<FirewallEvent> come() {
            var events = new ArrayList<FirewallEvent>();
            KafkaConsumer<byte[], byte[]> open = opened();
            for (int poll = 0; poll < MOST_POLLS; poll++) {
                ConsumerRecords<byte[], byte[]> records = open.poll(events.isEmpty() ? WAIT : Duration.ZERO);
                records.forEach(record -> add(record, events));
                if (records.isEmpty()) {
                    return events;
                }
            }
            open.seekToEnd(open.assignment());
            return events;
        }

        private KafkaConsumer<byte[], byte[]> opened() {
            KafkaConsumer<byte[], byte[]> open = consumer;
            if (open == null) {
                open = new KafkaConsumer<>(
                        kafka.with(properties()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                consumer = open;
            }
            if (open.assignment().isEmpty()) {
                List<TopicPartition> partitions = open.partitionsFor(EVENTS.name(), PATIENCE).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                open.assign(partitions);
                open.seekToEnd(partitions);
            }
            return open;
        }

        /** What is no event others count. */
        private void add(ConsumerRecord<byte[], byte[]> record, List<FirewallEvent> events) {
            if (record.value() == null) {
                return;
            }
            try {
                events.add(EVENTS.valueSerde().deserializer().deserialize(EVENTS.name(), record.value()));
            } catch (SerializationException e) {
                LOG.debug("not an event, and not followed", e);
            }
        }
    }

    private static Map<String, Object> properties() {
        return Map.of(
                "client.id",
                "blacklist-tail",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "latest",
                "max.poll.records",
                5_000,
                "default.api.timeout.ms",
                5_000);
    }
}
