// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.archive.ArchiveUse;
import io.activedefense.blacklist.archive.Days;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;

/** The days as tables. */
public final class PostgresDays implements Days {
    /** Who comes behind waits as long: a day can go the next time. */
    private static final Duration MOST_WAITING = Duration.ofSeconds(1);

    private final OwnTransactions transactions;

    PostgresDays(OwnTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ArchiveUse use() {
        return transactions.in(connection -> {
            var bytes = new TreeMap<LocalDate, Long>();
            for (LocalDate day : new DayPartitions(connection).days()) {
                bytes.put(day, bytes(connection, day));
            }
            return new ArchiveUse(bytes);
        });
    }

    @Override
    public void drop(LocalDate day) {
        transactions.in(connection -> {
            OwnTransactions.limit(connection, "lock_timeout", MOST_WAITING);
            new DayPartitions(connection).drop(day);
            return day;
        });
    }

    @Override
    public int forgetFilesBefore(Instant time) {
        return transactions.in(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM archive_file WHERE at < ?")) {
                Columns.set(delete, 1, time);
                return delete.executeUpdate();
            }
        });
    }

    /** Of a day that another has removed meanwhile: nothing. */
    private static long bytes(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT coalesce(pg_total_relation_size(to_regclass(?)), 0)")) {
            select.setString(1, DayPartitions.name(day));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
