// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static io.activedefense.detector.Events.threat;
import static io.activedefense.detector.Events.traffic;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.DetectorStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Poison through a real broker, as serializers, transactions and limits on records take part in it. */
class PoisonOnKafkaTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] SETTINGS_KEY = Topics.SETTINGS_KEY.getBytes(UTF_8);

    @Test
    void theStreamGoesOnWithWhatWasInForceAndTellsWhatItRefused(@TempDir Path directory) throws Exception {
        var registry = new SimpleMeterRegistry();
        try (var kafka = new DetectorKafka()) {
            kafka.settings("{\"version\": 3, \"portScan\": {\"threshold\": 1}}");
            var detections = kafka.reader(Topics.DETECTIONS);
            var letters = kafka.reader(Topics.DEAD_LETTERS);
            var statuses = new DetectorKafka.Statuses(kafka);
            try (var detector = kafka.detector(directory, registry)) {
                await("running").atMost(LONG).until(() -> detector.condition().ready());
                FirewallEvent event = traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 0);
                kafka.events(event);
                poison(kafka, event);
                kafka.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 2, 1), threat("PA-1", "8.1.2.9", 2));

                var rules = new ArrayList<String>();
                await("both rules").atMost(LONG).untilAsserted(() -> {
                    detections.poll(Duration.ofMillis(100)).forEach(record -> {
                        rules.add(record.value().rule());
                        assertThat(record.value().settingsVersion()).isEqualTo(3);
                    });
                    assertThat(rules).containsExactlyInAnyOrder("port-scan", "vulnerability");
                });
                var reasons = new ArrayList<String>();
                await("dead letters").atMost(LONG).untilAsserted(() -> {
                    letters.poll(Duration.ofMillis(100))
                            .forEach(record -> reasons.add(new String(
                                    record.headers().lastHeader("reason").value(), UTF_8)));
                    assertThat(reasons)
                            .containsExactlyInAnyOrder(
                                    "schema version 99 is not 1",
                                    "schema version 2 is not 1",
                                    "schema version 0 is not 1",
                                    "no value",
                                    "the key is not the event's source",
                                    "the key is not the event's source");
                });
                await("status")
                        .atMost(LONG)
                        .untilAsserted(
                                () -> assertThat(unreadable(statuses.now())).isEqualTo(6));
                assertThat(detector.condition()).isEqualTo(new DetectorRunner.Condition(true, "running"));
                assertThat(refused(registry, Topics.DEFENSE_SETTINGS)).isEqualTo(3);
                assertThat(refused(registry, Topics.BLACKLIST)).isEqualTo(2);
            }
        }
    }

    private static void poison(DetectorKafka kafka, FirewallEvent event) throws Exception {
        byte[] key = EventKey.of(event);
        byte[] future = event.bytes().clone();
        future[0] = 2;
        kafka.raw(Topics.FIREWALL_EVENTS, key, new byte[] {99, 1, 2});
        kafka.raw(Topics.FIREWALL_EVENTS, key, future);
        kafka.raw(Topics.FIREWALL_EVENTS, key, null);
        kafka.raw(Topics.FIREWALL_EVENTS, null, event.bytes());
        kafka.raw(Topics.FIREWALL_EVENTS, new byte[] {8, 1, 2, 4}, event.bytes());
        // As large as the topic takes: with the headers that say why, it would not fit among the dead letters.
        kafka.raw(Topics.FIREWALL_EVENTS, key, new byte[Topic.LARGEST_RECORD - 100]);
        kafka.raw(Topics.DEFENSE_SETTINGS, SETTINGS_KEY, "{\"version\": 4,".getBytes(UTF_8));
        kafka.raw(
                Topics.DEFENSE_SETTINGS,
                SETTINGS_KEY,
                "{\"version\": 5, \"portScan\": {\"mode\": \"learn\"}}".getBytes(UTF_8));
        kafka.raw(Topics.DEFENSE_SETTINGS, SETTINGS_KEY, null);
        kafka.raw(Topics.BLACKLIST, "8.1.2.3".getBytes(UTF_8), new byte[] {1, 2, 3});
        kafka.raw(Topics.BLACKLIST, "nowhere".getBytes(UTF_8), null);
    }

    private static double refused(SimpleMeterRegistry registry, Topic<?, ?> topic) {
        return registry.get("active_defense_detector_refused")
                .tag("topic", topic.name())
                .counter()
                .count();
    }

    private static long unreadable(List<DetectorStatus> statuses) {
        return statuses.stream()
                .mapToLong(status -> status.ignored().getOrDefault("unreadable", 0L))
                .sum();
    }
}
