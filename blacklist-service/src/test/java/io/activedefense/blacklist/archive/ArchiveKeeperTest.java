// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveKeeperTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = TestDatabase.shared();
    private final Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
    private final ArchivePersistence archive = persistence.archive(database.dataSource());
    private final AtomicLong free = new AtomicLong(1_000);
    private final ArchiveKeeper keeper = new ArchiveKeeper(
            archive.days(), () -> OptionalLong.of(free.get()), new Limits(500, null), persistence.settings(), clock);

    @BeforeEach
    void startAgain() {
        database.startAgain();
        persistence.prepare();
    }

    @Test
    void aDayGoesWhenAllOfItIsOver() {
        int kept = DefenseSettings.DEFAULTS.logRetentionDays();
        file(NOON, NOON.minus(Duration.ofDays(kept - 1)), NOON.minus(Duration.ofDays(1)));
        clock.set(Instant.parse("2026-03-02T23:59:59Z"));
        keeper.step();
        assertThat(rows()).isEqualTo("3");

        clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        keeper.step();
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void whereTheDiskRunsShortNoMoreIsFiledUntilSomeRoomIsMade() {
        keeper.step();
        assertThat(keeper.hasRoom()).isTrue();

        free.set(499);
        keeper.step();
        assertThat(keeper.hasRoom()).isFalse();
        assertThat(new ArchiveTroubles(keeper).found())
                .extracting(Trouble::kind)
                .containsExactly("archive-stopped");

        free.set(549);
        keeper.step();
        assertThat(keeper.hasRoom()).isFalse();

        free.set(550);
        keeper.step();
        assertThat(keeper.hasRoom()).isTrue();
        assertThat(new ArchiveTroubles(keeper).found()).isEmpty();
    }

    @Test
    void itTellsWhatItTakesAndWillTake() {
        file(NOON.minus(Duration.ofDays(1)));
        keeper.step();

        ArchiveKeeper.State state = keeper.state().orElseThrow();
        assertThat(state.use().bytes()).isPositive();
        assertThat(state.bytesPerDay()).isPositive();
        assertThat(state.expectedBytes()).isGreaterThan(state.use().bytes());
    }

    private void file(Instant... times) {
        var lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
        var events = new ArrayList<FirewallEvent>();
        for (Instant at : times) {
            events.add(lines.traffic("8.8.4.4", "198.51.100.7", 22, at));
        }
        archive.archive(new LineCountries(Countries.UNKNOWN))
                .file("topic-id", List.of(new Stretch(0, 0, events.size(), events)));
    }

    private String rows() {
        return database.ask("SELECT count(*) FROM log_record");
    }
}
