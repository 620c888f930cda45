// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.DetectorStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a task tells of itself, to Prometheus and in its status. */
class TaskFiguresTest {
    private static final String PREFIX = "active_defense_detector_";

    @Test
    void aTaskTellsTheSameToPrometheusAndInItsStatus() {
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings("{\"version\": 3}");
            detector.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 30), traffic("PA-1", "8.1.2.4", "5.6.7.8", 1, 31));
            detector.passes(Duration.ofSeconds(1));

            DetectorStatus status = detector.statuses().getLast();
            assertThat(status.trackedSources()).isEqualTo(2);
            assertThat(status.stateBytes()).isPositive();
            assertThat(detector.gauges(PREFIX + "tracked_sources")).containsExactly(2.0);
            assertThat(detector.gauges(PREFIX + "state")).containsExactly((double) status.stateBytes());
            assertThat(detector.gauges(PREFIX + "progress"))
                    .containsExactly((double) NOON.plusSeconds(31).getEpochSecond());
            assertThat(detector.gauges(PREFIX + "settings_version")).containsExactly(3.0);
            assertThat(detector.gauges(PREFIX + "on")).containsExactly(1.0);
        }
    }

    @Test
    void theGaugesOfATaskThatEndsVanish() {
        var detector = new DetectorDriver(NOON);
        try (detector) {
            detector.settings("{}");
            detector.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 30));
            detector.passes(Duration.ofSeconds(1));
            assertThat(detector.gauges(PREFIX + "progress")).hasSize(1);
        }
        assertThat(detector.gauges(PREFIX + "tracked_sources")).isEmpty();
        assertThat(detector.gauges(PREFIX + "state")).isEmpty();
        assertThat(detector.gauges(PREFIX + "progress")).isEmpty();
    }

    @Test
    void theGaugesOfOtherTasksStay() {
        var registry = new SimpleMeterRegistry();
        var tasks = new TaskGauges(registry, PREFIX);
        tasks.told(status(0, 10));
        tasks.told(status(1, 20));
        tasks.told(status(1, 21));
        tasks.left(0);

        assertThat(registry.find(PREFIX + "tracked_sources").gauges())
                .singleElement()
                .satisfies(gauge -> {
                    assertThat(gauge.getId().getTag("partition")).isEqualTo("1");
                    assertThat(gauge.value()).isEqualTo(21);
                });
    }

    @Test
    void aTaskThatKnowsNoProgressRepeatsWhatWasToldBeforeIt() {
        try (var detector = new DetectorDriver(NOON)) {
            detector.put(Topics.DETECTOR_STATUS, "0", status(0, 5));
            detector.settings("{\"version\": 4}");
            detector.passes(Duration.ofSeconds(1));

            assertThat(detector.statuses().getLast()).satisfies(status -> {
                assertThat(status.settingsVersion()).isEqualTo(4);
                assertThat(status.progress()).isEqualTo(NOON);
            });
        }
    }

    @Test
    void aResetIsConfirmedThoughNoEventComes() {
        try (var detector = new DetectorDriver(NOON)) {
            detector.settings("{}");
            detector.events(traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 30));
            detector.passes(Duration.ofSeconds(1));
            detector.settings("{\"version\": 2, \"resetEpoch\": 9}");
            detector.passes(Duration.ofSeconds(1));

            assertThat(detector.statuses().getLast()).satisfies(status -> {
                assertThat(status.resetEpoch()).isEqualTo(9);
                assertThat(status.trackedSources()).isZero();
            });
        }
    }

    private static DetectorStatus status(int partition, long sources) {
        return new DetectorStatus(
                partition, NOON, 1, 0, Map.of(), Map.of(), sources, 0, 0, 1, 0, true, 0, Instant.EPOCH);
    }
}
