// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.blacklist.alarm.DiskTroubles.Space;
import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.blacklist.status.RelayStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.contracts.status.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTroublesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(NOON);
    private StatusReport report = report(List.of(), true, 0L, 0, NOON);
    private final PipelineTroubles pipeline = new PipelineTroubles(() -> report, clock);
    private final DeadLetterTroubles deadLetters = new DeadLetterTroubles(() -> report, clock);

    @ParameterizedTest(name = "lines wait for {0} s, {1}: {2}")
    @CsvSource({"120, READ, 0", "121, READ, 1", "9999, DISABLED, 0"})
    void linesThatWaitInTheirFileAreTold(long seconds, Standing standing, int troubles) {
        report = report(List.of(file("fw-1", standing, seconds, 0, 0)), true, 0L, 0, NOON);

        assertThat(pipeline.found()).hasSize(troubles);
    }

    @Test
    void theLongestWaitOfABridgeIsTold() {
        report = report(
                List.of(file("fw-1", Standing.READ, 300, 0, 0), file("fw-2", Standing.READ, 3_900, 0, 0)),
                true,
                0L,
                0,
                NOON);

        assertThat(pipeline.found()).singleElement().satisfies(trouble -> {
            assertThat(trouble.key()).isEqualTo(new Trouble.Key("pipeline-lag", "ingest bridge bridge-1"));
            assertThat(trouble.detail()).isEqualTo("Lines of fw-2 have waited in their file for 1 h 5 min.");
        });
    }

    @Test
    void theDetectorLagsWhenMoreWaitsForMinutesThanItJudgesInOne() {
        lookWith(0, 70_000);
        for (int i = 1; i <= 30; i++) {
            assertThat(lookWith(i * 10_000L, 60_001)).as("look %s", i).isEmpty();
        }
        assertThat(lookWith(310_000, 60_001)).singleElement().satisfies(trouble -> {
            assertThat(trouble.key()).isEqualTo(new Trouble.Key("pipeline-lag", "detector"));
            assertThat(trouble.detail()).contains(NOON.plusSeconds(10).toString());
        });
        assertThat(lookWith(320_000, 60_000)).as("it works it off in a minute").isEmpty();
    }

    @Test
    void whatAlwaysWaitsWhileItWorksIsNoLag() {
        lookWith(0, 5_000);
        for (int i = 1; i <= 60; i++) {
            assertThat(lookWith(i * 10_000L, 5_000)).isEmpty();
        }
    }

    @Test
    void itMayTellOfItselfNowAndThen() {
        lookWith(0, 5_000);
        for (int i = 1; i <= 60; i++) {
            assertThat(lookWith(i / 3 * 30_000L, 5_000)).isEmpty();
        }
    }

    @Test
    void aDetectorThatStandsStillBeforeWhatWaitsLags() {
        for (int i = 0; i <= 60; i++) {
            assertThat(lookWith(7, 5_000)).as("look %s", i).isEmpty();
        }
        List<Trouble> found = List.of();
        for (int i = 0; i <= 30; i++) {
            found = lookWith(7, 5_000);
        }
        assertThat(found).hasSize(1);
    }

    @ParameterizedTest(name = "off, {1} events wait since {0}: {2}")
    @CsvSource({"P4D, 1, 0", "P5DT1S, 1, 1", "P5DT1S, 0, 0"})
    void whileOffEventsMayWaitButNotLongerThanKafkaKeepsThem(Duration age, long waiting, int troubles) {
        report = report(List.of(), false, waiting, 7, NOON.minus(age));

        assertThat(pipeline.found()).hasSize(troubles);
        assertThat(pipeline.found())
                .allSatisfy(trouble -> assertThat(trouble.kind()).isEqualTo("backlog-ends"));
    }

    @Test
    void refusedLinesAreTroubleWhenTheyAreManyOfLate() {
        assertThat(refused(1_000_000, 50_000)).as("it was so before").isEmpty();
        assertThat(refused(1_000_500, 50_019)).as("a few").isEmpty();
        assertThat(refused(1_100_000, 50_100)).as("less than one of 100").isEmpty();
        assertThat(refused(1_100_000, 52_000))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.key()).isEqualTo(new Trouble.Key("dead-letters", "fw-1")));

        clock.advance(Duration.ofMinutes(11));
        refused(1_200_000, 52_000);
        clock.advance(Duration.ofMinutes(11));
        assertThat(refused(1_300_000, 52_000)).as("no more of late").isEmpty();
    }

    @Test
    void aBridgeThatCountsFromTheBeginningIsNoTrouble() {
        refused(1_000, 900);
        assertThat(refused(10, 0)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} GiB free: {2}")
    @CsvSource({"5, 1000, 0", "4, 1000, 1", "3, 20, 0", "1, 20, 1", "0, 1, 1"})
    void aDiskIsShortByShareOrByGibibytes(long free, long all, int troubles) {
        var disk = new DiskTroubles(() -> new Space(free << 30, all << 30));

        assertThat(disk.found()).hasSize(troubles).allSatisfy(trouble -> {
            assertThat(trouble.kind()).isEqualTo("disk-low");
            assertThat(trouble.detail()).isEqualTo("Less than " + (free + 1) + " GiB of " + all + " GiB are free.");
        });
    }

    @Test
    void aDiskThatCannotBeAskedIsNotSaidToBeFine() {
        var disk = new DiskTroubles(() -> {
            throw new IOException("gone");
        });

        assertThatThrownBy(disk::found).hasMessageContaining("can't be asked");
    }

    private List<Trouble> lookWith(long judged, long waiting) {
        report = report(List.of(), true, waiting, judged, NOON);
        List<Trouble> found = pipeline.found();
        clock.advance(LOOK);
        return found;
    }

    private List<Trouble> refused(long lines, long refused) {
        report = report(List.of(file("fw-1", Standing.READ, 0, lines, refused)), true, 0L, 0, NOON);
        clock.advance(LOOK);
        return deadLetters.found();
    }

    private static StatusReport report(
            List<BridgeStatus> files, boolean on, @Nullable Long waiting, long judged, Instant progress) {
        var detector = new DetectorStatus(0, progress, judged, 0, Map.of(), Map.of(), 0, 0, 0, 1, 0, on, 0, NOON);
        var relay = new RelayStatus(true, 0L, 0, null, null);
        return new StatusReport(
                List.of(detector), progress, waiting, files, new DeviceStates(List.of()), List.of(), relay);
    }

    private static BridgeStatus file(String device, Standing standing, long lagSeconds, long lines, long refused) {
        return new BridgeStatus(
                "bridge-1",
                device + ".log",
                device,
                standing,
                0,
                0,
                lagSeconds,
                lines,
                Map.of("no-format", refused),
                List.of(),
                NOON,
                NOON,
                null,
                NOON);
    }
}
