// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Guards;
import io.activedefense.blacklist.entry.NeverList;
import io.activedefense.blacklist.settings.ChangeOutcome;
import io.activedefense.blacklist.settings.SettingsDiff;
import io.activedefense.blacklist.settings.SettingsPreview;
import io.activedefense.blacklist.settings.SettingsPreview.Covered;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.settings.SettingsVersion;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings in their table. What a change means for the list happens in the same transaction. */
public final class PostgresSettingsStore implements SettingsStore {
    private final Database database;
    private final SettingsInForce inForce;
    private final Clock clock;

    PostgresSettingsStore(Database database, SettingsInForce inForce, Clock clock) {
        this.database = database;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** Puts the first document in force, unless there is one already. */
    static Database.Look first(DefenseSettings settings, Clock clock) {
        return connection -> {
            boolean fresh = new SettingsTable(connection).newest().isEmpty();
            if (fresh) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                SettingsChange.store(
                        connection, new SettingsVersion(settings.withVersion(1), now, "system", "first start"));
            }
        };
    }

    @Override
    public SettingsVersion current() {
        return database.read(inForce::on);
    }

    @Override
    public List<SettingsVersion> history(@Nullable Long before, int limit) {
        return database.read(connection -> new SettingsTable(connection).before(before, limit));
    }

    @Override
    public Optional<SettingsVersion> find(long version) {
        return database.read(connection -> new SettingsTable(connection)
                .before(version + 1, 1).stream()
                        .filter(found -> found.settings().version() == version)
                        .findFirst());
    }

    @Override
    public SettingsPreview preview(DefenseSettings proposed, int most) {
        return database.read(connection -> {
            NeverList guards = Guards.of(proposed).at(clock.instant());
            List<Covered> covered = new EntryTable(connection)
                    .listed().stream()
                            .flatMap(address ->
                                    guards.forbids(address).map(never -> new Covered(address, never.text())).stream())
                            .toList();
            return new SettingsPreview(
                    SettingsDiff.between(inForce.on(connection).settings(), proposed),
                    covered.size(),
                    covered.stream().limit(most).toList());
        });
    }

    @Override
    public ChangeOutcome change(DefenseSettings proposed, String by, String why) {
        return database.write(connection -> {
            SettingsVersion current = inForce.on(connection);
            if (proposed.version() != current.settings().version()) {
                return new ChangeOutcome.Conflict(current);
            }
            if (proposed.equals(current.settings())) {
                return new ChangeOutcome.Same(current);
            }
            var next = new SettingsChange(connection, current.settings(), now()).to(proposed, by, why);
            return new ChangeOutcome.Changed(next);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
