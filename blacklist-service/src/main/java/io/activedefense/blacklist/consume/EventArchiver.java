// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.archive.Archive;
import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events into the archive. Where it goes on is what the archive says, in the same transaction as the rows; the
 * group's committed offsets only tell others how far it is.
 */
public final class EventArchiver implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(EventArchiver.class);
    private static final Topic<byte[], FirewallEvent> EVENTS = Topics.FIREWALL_EVENTS;
    private static final Duration WAIT = Duration.ofMillis(250);

    /** Batches are large where much waits, so that a commit carries much; where little comes, nothing waits for more than a moment. */
    private static final Map<String, Object> PROPERTIES = Map.of(
            "max.poll.records",
            20_000,
            "fetch.min.bytes",
            1 << 20,
            "fetch.max.wait.ms",
            250,
            "max.partition.fetch.bytes",
            4 << 20);

    private final GroupMember<FirewallEvent> member;
    private final Archive archive;
    private final BooleanSupplier room;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();

    /**
     * An archiver, which connects with its first step.
     *
     * @param group of all archivers of an installation
     * @param room whether more may be filed; while not, Kafka keeps what comes
     * @param poison is told of records that are passed over
     */
    public EventArchiver(
            String group,
            KafkaConnection kafka,
            RequiredTopics topics,
            Archive archive,
            BooleanSupplier room,
            PoisonCount poison) {
        this.member = new GroupMember<>(EVENTS, group, kafka, topics, poison, PROPERTIES);
        this.archive = archive;
        this.room = room;
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        KafkaConsumer<byte[], byte[]> open =
                member.opened((fresh, names) -> fresh.subscribe(names, new Assignment(fresh)));
        if (!room.getAsBoolean()) {
            rest(open);
            return Duration.ZERO;
        }
        place(open);
        ConsumerRecords<byte[], byte[]> records = open.poll(WAIT);
        List<Stretch> stretches = stretches(records);
        if (!stretches.isEmpty()) {
            file(open, stretches);
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        member.close();
    }

    /** A partition that has come waits until the archive has said where to go on: nothing is read of it before. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> open;

        Assignment(KafkaConsumer<byte[], byte[]> open) {
            this.open = open;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            open.pause(partitions);
            unplaced.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(next::remove);
            unplaced.removeAll(partitions);
        }
    }

    /** Stays in the group, and reads nothing. */
    private void rest(KafkaConsumer<byte[], byte[]> open) {
        open.pause(open.assignment());
        unplaced.addAll(open.assignment());
        open.poll(WAIT);
    }

    private void place(KafkaConsumer<byte[], byte[]> open) {
        if (unplaced.isEmpty()) {
            return;
        }
        Map<Integer, Long> positions = archive.positions(
                member.topicId(),
                unplaced.stream().map(TopicPartition::partition).toList());
        for (TopicPartition partition : unplaced) {
            long position = positions.getOrDefault(partition.partition(), 0L);
            open.seek(partition, position);
            next.put(partition, position);
        }
        open.resume(unplaced);
        unplaced.clear();
    }

    private List<Stretch> stretches(ConsumerRecords<byte[], byte[]> records) {
        var stretches = new ArrayList<Stretch>();
        for (TopicPartition partition : records.partitions()) {
            Long from = next.get(partition);
            if (from != null) {
                stretches.add(stretch(partition, from, records.records(partition)));
            }
        }
        return stretches;
    }

    private Stretch stretch(TopicPartition partition, long from, List<ConsumerRecord<byte[], byte[]>> records) {
        long first = records.getFirst().offset();
        if (first > from && from > 0) {
            LOG.error(
                    "Kafka has let go of lines before they were filed: partition={} from={} to={}",
                    partition.partition(),
                    from,
                    first);
        }
        var events = new ArrayList<FirewallEvent>(records.size());
        records.forEach(record -> member.decoded(record).ifPresent(events::add));
        return new Stretch(partition.partition(), from, records.getLast().offset() + 1, events);
    }

    private void file(KafkaConsumer<byte[], byte[]> open, List<Stretch> stretches) {
        Set<Integer> leftOut;
        try {
            leftOut = archive.file(member.topicId(), stretches);
        } catch (RuntimeException e) {
            stretches.forEach(stretch -> placeAgain(open, stretch.partition()));
            throw e;
        }
        var filed = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (Stretch stretch : stretches) {
            if (leftOut.contains(stretch.partition())) {
                placeAgain(open, stretch.partition());
            } else {
                next.put(partition(stretch.partition()), stretch.next());
                filed.put(partition(stretch.partition()), new OffsetAndMetadata(stretch.next()));
            }
        }
        open.commitAsync(filed, (offsets, failure) -> {
            if (failure != null) {
                LOG.debug("the group's offsets were not committed, which only delays what others know", failure);
            }
        });
    }

    private void placeAgain(KafkaConsumer<byte[], byte[]> open, int partition) {
        open.pause(Set.of(partition(partition)));
        next.remove(partition(partition));
        unplaced.add(partition(partition));
    }

    private static TopicPartition partition(int partition) {
        return new TopicPartition(EVENTS.name(), partition);
    }
}
