// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Entry;
import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.Releases;
import io.activedefense.blacklist.entry.Step;
import io.activedefense.blacklist.entry.Terms;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Ends what is due, a batch a transaction, so that others are not kept waiting. */
public final class PostgresReleases implements Releases {
    static final String EXPIRY = "expiry";

    private static final Duration TOLD_FOR = Duration.ofDays(7);
    private static final int BATCH = 500;

    private final Database database;
    private final SettingsInForce settings;
    private final Clock clock;

    PostgresReleases(Database database, SettingsInForce settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Finds what is due at a time. */
    @FunctionalInterface
    private interface Due {
        List<StoredEntry> at(EntryTable table, Instant now) throws SQLException;
    }

    /** Ends one entry. */
    @FunctionalInterface
    private interface End {
        Step of(EntryLife life, Entry entry);
    }

    @Override
    public int releaseUnseen(Instant judgedUpTo) {
        return endAll(
                (table, now) -> table.unseenUntil(judgedUpTo.isBefore(now) ? judgedUpTo : now, BATCH),
                EntryLife::released,
                "not seen for the block window");
    }

    @Override
    public int releaseExpired() {
        return endAll(
                (table, now) -> table.operatorsUntil(now, BATCH),
                EntryLife::released,
                "the expiry that its operator set has passed");
    }

    @Override
    public int forgetReleased() {
        return endAll(
                (table, now) -> table.releasedUntil(now.minus(TOLD_FOR), BATCH),
                EntryLife::forgotten,
                "released seven days ago");
    }

    @Override
    public int settleHeld(Instant judgedUpTo) {
        boolean any = database.read(connection -> review(connection).any());
        return any ? database.write(connection -> review(connection).settle(judgedUpTo)) : 0;
    }

    @Override
    public int tellMovedExpiries() {
        int all = 0;
        int batch = untold();
        while (batch > 0) {
            all += batch;
            batch = untold();
        }
        return all;
    }

    private int untold() {
        boolean none =
                database.read(connection -> new EntryTable(connection).untold(1).isEmpty());
        return none ? 0 : database.write(this::tellBatch);
    }

    private int tellBatch(Connection connection) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Terms terms = settings.terms(connection, now);
        List<StoredEntry> entries = new EntryTable(connection).untold(BATCH);
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        ledger.hold(entries);
        entries.forEach(stored -> ledger.retell(stored.entry()));
        ledger.write(EXPIRY);
        return entries.size();
    }

    private ReviewTable review(Connection connection) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ReviewTable(connection, settings.terms(connection, now).blockWindow(), now);
    }

    private int endAll(Due due, End end, String why) {
        int all = 0;
        int batch;
        do {
            batch = endBatch(due, end, why);
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    private int endBatch(Due due, End end, String why) {
        return database.write(connection -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Terms terms = settings.terms(connection, now);
            List<StoredEntry> entries = due.at(new EntryTable(connection), now);
            var ledger = new Ledger(connection, terms.blockWindow(), now);
            var life = new EntryLife(terms, now);
            ledger.hold(entries);
            for (StoredEntry stored : entries) {
                ledger.take(end.of(life, stored.entry()), EXPIRY, why);
            }
            ledger.write(EXPIRY);
            return entries.size();
        });
    }
}
