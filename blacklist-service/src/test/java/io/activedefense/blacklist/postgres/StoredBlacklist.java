// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.sighting;

import io.activedefense.blacklist.entry.AddOutcome;
import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the stored blacklist begin with: an empty one at noon, and what is told to it. */
abstract class StoredBlacklist {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final SettableClock clock = new SettableClock(NOON);
    final TestDatabase database = TestDatabase.shared();
    final Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
    final Blacklist blacklist = persistence.blacklist();
    final SettingsStore settings = persistence.settings();
    private long offset;

    @BeforeEach
    final void startAgain() {
        database.startAgain();
        persistence.prepare();
    }

    /** As one batch. */
    final void detected(Detection... detections) {
        persistence
                .intake()
                .detections(Arrays.stream(detections)
                        .map(each -> at(offset++, each))
                        .toList());
    }

    final void sighted(String source, Instant lastSeen) {
        sighted(sighting(source, lastSeen));
    }

    final void sighted(Sighting sighting) {
        persistence.intake().sightings(List.of(at(offset++, sighting)));
    }

    final AddOutcome add(String address, @Nullable Instant expiresAt) {
        return blacklist.add(new Addition(Cidr.parse(address), "a comment", expiresAt, "admin"));
    }

    final BlacklistEntry entry(String address) {
        return blacklist.find(Cidr.parse(address)).orElseThrow().entry();
    }

    final List<String> found(EntryFilter filter) {
        return found(EntryQuery.first(filter, 100));
    }

    final List<String> found(EntryQuery query) {
        return blacklist.search(query).entries().stream()
                .map(entry -> entry.address().toString())
                .toList();
    }
}
