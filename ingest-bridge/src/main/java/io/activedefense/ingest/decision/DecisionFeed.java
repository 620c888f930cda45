// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.decision;

import io.activedefense.ingest.device.Decisions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of decisions: as a whole first, then as they change. While Kafka is away what was told last holds, and
 * when it is back they are read as a whole again.
 */
public final class DecisionFeed {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionFeed.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, byte[]>> connection;
    private final java.util.function.Consumer<Decisions> told;
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean closing;
    private boolean lost;

    /**
     * @param told is told the decisions, from the feed's thread
     */
    public DecisionFeed(Supplier<Consumer<String, byte[]>> connection, java.util.function.Consumer<Decisions> told) {
        this.connection = connection;
        this.told = told;
        this.thread =
                Thread.ofPlatform().name("ingest-bridge-decisions").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try (var consumer = connection.get()) {
                open = consumer;
                follow(consumer);
            } catch (KafkaException e) {
                tryAgain(e);
            }
        }
    }

    private void tryAgain(KafkaException because) {
        if (closing) {
            return;
        }
        if (!lost) {
            lost = true;
            LOG.warn("What operators decide can't be read; it is tried again. because={}", because.toString());
        }
        LockSupport.parkNanos(BETWEEN_CONNECTIONS.toNanos());
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = DecisionTopics.TOPICS.stream()
                .flatMap(topic -> partitionsOf(topic.name(), consumer))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        var reading = new Reading();
        while (!closing && isBefore(consumer, ends)) {
            consumer.poll(WAIT).forEach(reading::take);
        }
        tell(reading);
        lost = false;
        while (!closing) {
            var records = consumer.poll(WAIT);
            records.forEach(reading::take);
            if (!records.isEmpty()) {
                tell(reading);
            }
        }
    }

    /** A topic that is not there yet says nothing, which is not the same as that nothing was decided. */
    private static Stream<TopicPartition> partitionsOf(String topic, Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(topic + " is not there yet");
        }
        return partitions.stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    private static boolean isBefore(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void tell(Reading reading) {
        if (!closing) {
            var decisions = reading.decisions();
            LOG.info(
                    "What operators have decided. devices={} newDevices={} mostDevices={}",
                    decisions.devices().size(),
                    decisions.settings().newDevices(),
                    decisions.settings().mostDevices());
            told.accept(decisions);
        }
    }

    /** Ends within two seconds or so. */
    public void close() throws InterruptedException {
        closing = true;
        var reading = open;
        if (reading != null) {
            reading.wakeup();
        }
        LockSupport.unpark(thread);
        thread.join(PATIENCE_AT_CLOSE);
    }
}
