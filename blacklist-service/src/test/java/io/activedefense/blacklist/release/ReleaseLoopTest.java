// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static io.activedefense.blacklist.testing.Told.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.status.StatusBoard;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseLoopTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRY = NOON.plus(DefenseSettings.DEFAULTS.blockWindow());

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = new TestDatabase();
    private final Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
    private final StatusBoard board = new StatusBoard();
    private final ToldWatermarks watermarks = new ToldWatermarks();
    private final ReleaseLoop loop = new ReleaseLoop(persistence.releases(), board, watermarks);

    @BeforeEach
    void listOne() {
        persistence.prepare();
        persistence.intake().detections(List.of(at(0, detection("8.8.4.4", "port-scan", NOON))));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatWasNotSeenForTheBlockWindowIsReleased() throws Exception {
        clock.set(EXPIRY.plusSeconds(1));
        judgedUpTo(EXPIRY);
        loop.step();
        assertThat(listed()).isZero();
    }

    @Test
    void itStaysUntilTheLastMoment() throws Exception {
        clock.set(EXPIRY.plusSeconds(1));
        judgedUpTo(EXPIRY.minusMillis(1));
        loop.step();
        assertThat(listed()).isOne();
    }

    @Test
    void aDetectorThatStandsStillReleasesNothingHoweverLong() throws Exception {
        judgedUpTo(NOON);
        watermarks.waiting = 10;
        for (int days = 0; days < 400; days += 40) {
            clock.advance(Duration.ofDays(40));
            loop.step();
        }
        assertThat(listed()).isOne();
    }

    @Test
    void aDetectorThatIsSwitchedOffForLongerThanTheBlockWindowReleasesNothing() throws Exception {
        switchedOff(NOON);
        watermarks.waiting = 0;
        for (int days = 0; days < 400; days += 40) {
            clock.advance(Duration.ofDays(40));
            loop.step();
        }
        assertThat(listed()).isOne();
    }

    @Test
    void switchedOnAgainItKeepsWhatWasSeenMeanwhileAndReleasesTheRest() throws Exception {
        persistence.intake().detections(List.of(at(1, detection("9.9.9.9", "port-scan", NOON))));
        switchedOff(NOON);
        clock.set(EXPIRY.plus(Duration.ofDays(60)));
        watermarks.waiting = 1_000;
        loop.step();
        assertThat(listed()).isEqualTo(2);

        Instant meanwhile = EXPIRY.plus(Duration.ofDays(50));
        judgedUpTo(EXPIRY.plus(Duration.ofDays(60)));
        watermarks.waiting = 0;
        watermarks.reached = false;
        loop.step();
        assertThat(listed()).as("what the detector has told is not stored yet").isEqualTo(2);

        persistence.intake().sightings(List.of(at(0, sighting("9.9.9.9", meanwhile))));
        watermarks.reached = true;
        loop.step();
        assertThat(listed()).isOne();
        assertThat(persistence
                        .blacklist()
                        .find(Cidr.parse("9.9.9.9"))
                        .orElseThrow()
                        .entry()
                        .lastSeen())
                .isEqualTo(meanwhile);
    }

    private void switchedOff(Instant progress) {
        board.detector("0", DetectorStatus.ofNothing(0, 2, false, NOON));
        board.detector("1", new DetectorStatus(1, progress, 1, 0, Map.of(), Map.of(), 0, 0, 0, 2, 0, false, 0, NOON));
    }

    @Test
    void aDeviceWithAClockAheadReleasesNothing() throws Exception {
        judgedUpTo(EXPIRY.plus(Duration.ofDays(365)));
        loop.step();
        assertThat(listed()).isOne();
    }

    @Test
    void whatTheDetectorHasWrittenIsStoredFirst() throws Exception {
        clock.set(EXPIRY.plusSeconds(1));
        judgedUpTo(EXPIRY);
        watermarks.reached = false;
        loop.step();
        assertThat(listed()).isOne();

        persistence.intake().sightings(List.of(at(0, sighting("8.8.4.4", EXPIRY.minusSeconds(1)))));
        watermarks.reached = true;
        loop.step();
        assertThat(listed()).isOne();
    }

    private void judgedUpTo(Instant progress) {
        board.detector("0", new DetectorStatus(0, progress, 1, 0, Map.of(), Map.of(), 0, 0, 0, 1, 0, true, 0, NOON));
    }

    private long listed() {
        return persistence.blacklist().listed();
    }

    private static final class ToldWatermarks implements Watermarks {
        private long waiting;
        private boolean reached = true;

        @Override
        public Map<Integer, Long> eventsWaiting() {
            return Map.of(0, waiting);
        }

        @Override
        public Goal detectorOutput() {
            return new Goal(Map.of());
        }

        @Override
        public boolean isReached(Goal goal) {
            return reached;
        }
    }
}
