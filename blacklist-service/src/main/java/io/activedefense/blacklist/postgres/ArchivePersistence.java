// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.archive.Archive;
import io.activedefense.blacklist.archive.Days;
import io.activedefense.blacklist.backtest.ArchivedPast;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.record.RecordFigures;
import io.activedefense.blacklist.record.Records;
import java.time.Clock;
import java.time.Duration;

/** The ports of the archive, on connections of their own. */
public final class ArchivePersistence {
    private final OwnTransactions transactions;
    private final SettingsInForce settings;
    private final Clock clock;

    ArchivePersistence(OwnTransactions transactions, SettingsInForce settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes lines in; each is its own thread's.
     *
     * @param countries of lines
     */
    public Archive archive(LineCountries countries) {
        return new PostgresArchive(transactions, settings, countries, clock);
    }

    /** The days that it has. */
    public Days days() {
        return new PostgresDays(transactions);
    }

    /**
     * The records that were filed.
     *
     * @param patience how long a search may take
     */
    public Records records(Duration patience) {
        return new PostgresRecords(transactions, patience, clock);
    }

    /**
     * Counts of what was filed.
     *
     * @param patience how long one may take
     */
    public RecordFigures figures(Duration patience) {
        return new PostgresRecordFigures(transactions, patience);
    }

    /** The records in order, for backtests. */
    public ArchivedPast past() {
        return new PostgresArchivedPast(transactions);
    }
}
