// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.detector.status.ToldStatuses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that the detector is off, for the tasks of this instance: paused, they stand still and tell nothing.
 *
 * <p>What is told is what the topic says of the partition already, with the switch and the settings' version changed: the
 * progress is one that was committed, never none in place of some, as no entry may expire on progress that was not made.
 * Whether it was told is read from the topic, too, so that whatever comes between is mended by the next step.
 */
final class OffConfirmation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OffConfirmation.class);

    /** Told anew so often, for whoever watches that this instance lives. */
    static final Duration REPEATED = Duration.ofSeconds(30);

    /** What was sent shall have been read back by then; else it is sent again. */
    private static final Duration READ_BACK = Duration.ofSeconds(5);

    private static final Duration TO_CLOSE = Duration.ofSeconds(2);

    private final HeldPartitions held;
    private final Producer<String, DetectorStatus> producer;
    private final ToldStatuses told;
    private final InstantSource clock;
    private final Map<Integer, DetectorStatus> sent = new HashMap<>();

    OffConfirmation(KafkaConnection kafka, ToldStatuses told, InstantSource clock) {
        this.held = new HeldPartitions(kafka);
        this.producer = new KafkaProducer<>(
                kafka.with(Map.of("max.block.ms", 5_000, "delivery.timeout.ms", 10_000, "request.timeout.ms", 5_000)),
                Topics.DETECTOR_STATUS.keySerde().serializer(),
                Topics.DETECTOR_STATUS.valueSerde().serializer());
        this.told = told;
        this.clock = clock;
    }

    /** Tells what has to be told; call it again and again while the detector is off. */
    void step(KafkaStreams paused, DefenseSettings inForce) throws InterruptedException {
        try {
            for (int partition : held.of(paused)) {
                confirm(partition, inForce);
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("That the detector is off could not be told; it is tried again: {}", e.toString());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the call-back is told the same
    private void confirm(int partition, DefenseSettings inForce) {
        Instant now = clock.instant();
        DetectorStatus last = told.of(partition);
        if (isFresh(last, inForce, now.minus(REPEATED))
                || isFresh(sent.get(partition), inForce, now.minus(READ_BACK))) {
            return;
        }
        DetectorStatus off = last == null
                ? DetectorStatus.ofNothing(partition, inForce.version(), false, now)
                : last.under(inForce.version(), false, now);
        sent.put(partition, off);
        producer.send(
                new ProducerRecord<>(Topics.DETECTOR_STATUS.name(), String.valueOf(partition), off),
                (place, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "That the detector is off was not taken: partition={} why={}",
                                partition,
                                failure.toString());
                    }
                });
    }

    private static boolean isFresh(@Nullable DetectorStatus status, DefenseSettings inForce, Instant after) {
        return status != null
                && !status.on()
                && status.settingsVersion() == inForce.version()
                && status.at().isAfter(after);
    }

    @Override
    public void close() {
        producer.close(TO_CLOSE);
        held.close();
    }
}
