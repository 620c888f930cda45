// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.Guards;
import io.activedefense.blacklist.entry.NeverListed;
import io.activedefense.blacklist.entry.Terms;
import io.activedefense.blacklist.settings.ChangeOutcome;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.settings.SettingsVersion;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The settings in their table. What a change means for the list happens in the same transaction. */
public final class PostgresSettingsStore implements SettingsStore {
    private static final int PAGE = 1_000;

    private final Database database;
    private final SettingsInForce inForce;
    private final Clock clock;

    PostgresSettingsStore(Database database, SettingsInForce inForce, Clock clock) {
        this.database = database;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** Puts the first document in force, unless there is one already. */
    static Database.Work<Boolean> first(DefenseSettings settings, Clock clock) {
        return connection -> {
            boolean fresh = new SettingsTable(connection).newest().isEmpty();
            if (fresh) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                store(connection, new SettingsVersion(settings.withVersion(1), now, "system", "first start"));
            }
            return fresh;
        };
    }

    @Override
    public SettingsVersion current() {
        return database.read(inForce::on);
    }

    @Override
    public List<SettingsVersion> history(int limit) {
        return database.read(connection -> new SettingsTable(connection).latest(limit));
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
            var next = new SettingsVersion(proposed.withVersion(proposed.version() + 1), now(), by, why);
            store(connection, next);
            applyToEntries(connection, current.settings(), next);
            return new ChangeOutcome.Changed(next);
        });
    }

    private static void store(Connection connection, SettingsVersion version) throws SQLException {
        new SettingsTable(connection).append(version);
        try (var outbox = new OutboxTable(connection, version.at())) {
            outbox.put(Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, version.settings());
            outbox.flush();
        }
    }

    private static void applyToEntries(Connection connection, DefenseSettings before, SettingsVersion next)
            throws SQLException {
        boolean windowMoved = before.blockWindowDays() != next.settings().blockWindowDays();
        boolean guardsMoved = !before.ownNetworks().equals(next.settings().ownNetworks())
                || !before.allowlist().equals(next.settings().allowlist());
        if (!windowMoved && !guardsMoved) {
            return;
        }
        // Made here, not cached: the change is not committed yet.
        var terms = new Terms(
                next.settings().blockWindow(), Guards.of(next.settings()).at(next.at()));
        var table = new EntryTable(connection);
        List<StoredEntry> page = table.listedAfter(null, PAGE);
        while (!page.isEmpty()) {
            reconsider(connection, page, terms, next);
            page = table.listedAfter(page.getLast().entry().address(), PAGE);
        }
    }

    /** Releases what must not be listed any more, and computes all expiries anew. */
    private static void reconsider(Connection connection, List<StoredEntry> page, Terms terms, SettingsVersion change)
            throws SQLException {
        var ledger = new Ledger(connection, terms.blockWindow(), change.at());
        var life = new EntryLife(terms, change.at());
        ledger.hold(page);
        for (StoredEntry stored : page) {
            Optional<NeverListed> forbidden =
                    terms.neverList().forbids(stored.entry().address());
            if (forbidden.isPresent()) {
                ledger.take(
                        life.released(stored.entry()),
                        change.by(),
                        forbidden.get().text());
            } else {
                ledger.retell(stored.entry());
            }
        }
        ledger.write(change.by());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
