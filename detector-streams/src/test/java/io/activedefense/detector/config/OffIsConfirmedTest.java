// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static io.activedefense.detector.Events.NOON;
import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.status.DetectorStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch on a real broker: what operators are told must be what is, though a paused detector stands still. */
class OffIsConfirmedTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void offOnAndResetAreToldOfEveryPartitionByTwoInstancesAndAfterARestart(
            @TempDir Path oneDirectory, @TempDir Path otherDirectory) throws Exception {
        try (var kafka = new DetectorKafka()) {
            var statuses = new DetectorKafka.Statuses(kafka);
            try (var one = kafka.detector(oneDirectory);
                    var other = kafka.detector(otherDirectory)) {
                await("both")
                        .atMost(LONG)
                        .until(() -> List.of(
                                        one.condition().what(),
                                        other.condition().what())
                                .equals(List.of("waiting for settings", "waiting for settings")));
                kafka.settings("{\"version\": 1}");
                kafka.events(sources(0));
                all(
                        statuses,
                        status -> status.on()
                                && status.settingsVersion() == 1
                                && NOON.plusSeconds(1).equals(status.progress()));

                kafka.settings("{\"version\": 2, \"on\": false}");
                all(statuses, status -> !status.on() && status.settingsVersion() == 2);
                assertThat(statuses.now()).allSatisfy(OffIsConfirmedTest::keepsWhatWasTold);
            }
            kafka.events(sources(10));
            try (var again = kafka.detector(oneDirectory)) {
                kafka.settings("{\"version\": 3, \"on\": false}");
                all(statuses, status -> !status.on() && status.settingsVersion() == 3);
                assertThat(statuses.now()).allSatisfy(OffIsConfirmedTest::keepsWhatWasTold);
                assertThat(again.condition()).isEqualTo(new DetectorRunner.Condition(true, "off"));

                kafka.settings("{\"version\": 4, \"resetEpoch\": 5}");
                all(
                        statuses,
                        status -> status.on()
                                && status.settingsVersion() == 4
                                && status.resetEpoch() == 5
                                && NOON.plusSeconds(11).equals(status.progress()));
            }
        }
    }

    @Test
    void aDetectorThatStartsWhileItIsOffSaysSo(@TempDir Path directory) throws Exception {
        try (var kafka = new DetectorKafka()) {
            var statuses = new DetectorKafka.Statuses(kafka);
            kafka.settings("{\"version\": 7, \"on\": false}");
            try (var detector = kafka.detector(directory)) {
                all(statuses, status -> !status.on() && status.settingsVersion() == 7);
                assertThat(statuses.now())
                        .allSatisfy(status -> assertThat(status.progress()).isNull());
                assertThat(detector.condition().ready()).isTrue();
            }
        }
    }

    private static void all(DetectorKafka.Statuses statuses, Predicate<DetectorStatus> isSo) {
        await("statuses")
                .atMost(LONG)
                .untilAsserted(() -> assertThat(statuses.now())
                        .hasSize(DetectorKafka.PARTITIONS)
                        .allMatch(isSo));
    }

    private static void keepsWhatWasTold(DetectorStatus status) {
        assertThat(status.progress()).isEqualTo(NOON.plusSeconds(1));
        assertThat(status.trackedSources()).isPositive();
    }

    /** Enough of them that each partition has some, and each partition's last is seen at the same second. */
    private static FirewallEvent[] sources(int second) {
        return IntStream.range(0, 40)
                .mapToObj(i -> traffic("PA-1", "8.1.2." + i % 20, "5.6.7.8", 1, second + i / 20))
                .toArray(FirewallEvent[]::new);
    }
}
