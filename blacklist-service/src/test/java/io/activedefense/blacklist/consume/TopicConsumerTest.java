// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import static io.activedefense.blacklist.testing.Told.detection;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.entry.UnacceptableRecordException;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.kafka.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicConsumerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String GROUP = "group";

    private final List<String> stored = new ArrayList<>();
    private final AtomicInteger poison = new AtomicInteger();
    private TestKafka kafka;
    private KafkaWatermarks watermarks;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = new TestKafka();
        watermarks = new KafkaWatermarks(kafka.connection(), kafka.topics(), Map.of(Topics.DETECTIONS.name(), GROUP));
        kafka.topics().ensure();
    }

    @AfterEach
    void stopKafka() throws Exception {
        watermarks.close();
        kafka.close();
    }

    @Test
    void aPoisonRecordIsCountedAndPassedOver() throws Exception {
        send("8.8.4.1");
        kafka.send(Topics.DETECTIONS.name(), "8.8.4.2", "{ not a detection".getBytes(UTF_8));
        kafka.send(Topics.DETECTIONS.name(), "8.8.4.3", null);
        send("8.8.4.4");

        try (var consumer = consumer(this::store)) {
            stepUntilCaughtUp(consumer);
        }
        assertThat(stored).containsExactlyInAnyOrder("8.8.4.1", "8.8.4.4");
        assertThat(poison).hasValue(2);
    }

    @Test
    void aRecordThatTheStoreCannotHoldTakesNoOtherWithIt() throws Exception {
        for (int i = 1; i <= 5; i++) {
            send("8.8.4." + i);
        }
        try (var consumer = consumer(batch -> {
            if (batch.stream().anyMatch(each -> source(each).equals("8.8.4.3"))) {
                throw new UnacceptableRecordException("can't be held", new IllegalStateException());
            }
            store(batch);
        })) {
            stepUntilCaughtUp(consumer);
        }
        assertThat(stored).containsExactlyInAnyOrder("8.8.4.1", "8.8.4.2", "8.8.4.4", "8.8.4.5");
        assertThat(poison).hasValue(1);
    }

    @Test
    void whileTheStoreIsAwayNothingIsLost() throws Exception {
        send("8.8.4.1");
        send("8.8.4.2");
        var attempts = new AtomicInteger();
        try (var consumer = consumer(batch -> {
            if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException("the database is away");
            }
            store(batch);
        })) {
            for (int outage = 1; outage <= 3; outage++) {
                int until = outage;
                assertThatThrownBy(() -> stepUntil(consumer, () -> attempts.get() > until))
                        .hasMessage("the database is away");
            }
            assertThat(waiting()).isEqualTo(2);
            stepUntilCaughtUp(consumer);
        }
        assertThat(stored).containsExactlyInAnyOrder("8.8.4.1", "8.8.4.2");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatWasStoredIsNotDeliveredToTheNextProcess() throws Exception {
        send("8.8.4.1");
        try (var first = consumer(this::store)) {
            stepUntilCaughtUp(first);
        }
        send("8.8.4.2");
        try (var second = consumer(this::store)) {
            stepUntilCaughtUp(second);
        }
        assertThat(stored).containsExactly("8.8.4.1", "8.8.4.2");
    }

    private TopicConsumer<Detection> consumer(BatchHandler<Detection> handler) {
        return new TopicConsumer<>(
                Topics.DETECTIONS, GROUP, kafka.connection(), kafka.topics(), handler, poison::incrementAndGet);
    }

    private void store(List<Delivered<Detection>> batch) {
        batch.forEach(each -> stored.add(source(each)));
    }

    private static String source(Delivered<Detection> delivered) {
        return delivered.value().source().toString();
    }

    private void send(String source) throws Exception {
        kafka.send(Topics.DETECTIONS, source, detection(source, "port-scan", NOON));
    }

    private void stepUntilCaughtUp(TopicConsumer<Detection> consumer) {
        stepUntil(consumer, () -> waiting() == 0);
    }

    private static void stepUntil(TopicConsumer<Detection> consumer, java.util.concurrent.Callable<Boolean> done) {
        Awaitility.await().ignoreNoExceptions().pollInSameThread().until(() -> {
            consumer.step();
            return done.call();
        });
    }

    private long waiting() throws Exception {
        return watermarks.waiting(Topics.DETECTIONS.name(), GROUP).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
