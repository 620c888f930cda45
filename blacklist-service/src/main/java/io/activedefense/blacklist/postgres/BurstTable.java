// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;

import io.activedefense.blacklist.entry.Burst;
import io.activedefense.blacklist.entry.Burst.Span;
import io.activedefense.contracts.settings.GuardSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The burst of new entries, if there is one, within a transaction of the caller. */
final class BurstTable {
    private final Connection connection;

    BurstTable(Connection connection) {
        this.connection = connection;
    }

    /** A look at the batch of this transaction. */
    Burst burst(GuardSettings guards, Span before, Instant now) {
        return new Burst(guards, before, now, () -> recent(guards, now));
    }

    Span span() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT began_at, last_over FROM burst");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Span(instantOrNull(row, "began_at"), instantOrNull(row, "last_over")) : Span.NONE;
        }
    }

    void write(Span span) throws SQLException {
        String sql = """
                INSERT INTO burst (only_row, began_at, last_over) VALUES (true, ?, ?)
                ON CONFLICT (only_row) DO UPDATE SET began_at = excluded.began_at, last_over = excluded.last_over
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            set(upsert, 1, span.beganAt());
            set(upsert, 2, span.lastOver());
            upsert.executeUpdate();
        }
    }

    /** What was added or held within the minutes that are looked at; where there are more than matter, no more are counted. */
    private long recent(GuardSettings guards, Instant now) {
        String sql = """
                SELECT count(*) FROM (
                    (SELECT 1 FROM blacklist_event
                        WHERE at > ? AND kind = 'ADDED' AND by_whom = ? LIMIT ?)
                    UNION ALL
                    (SELECT 1 FROM review WHERE held_at > ? AND hold_reason LIKE ? LIMIT ?)
                ) AS fresh
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Instant from = now.minus(guards.burstSpan());
            set(select, 1, from);
            select.setString(2, PostgresIntake.DETECTOR);
            select.setInt(3, guards.burstEntries() + 1);
            set(select, 4, from);
            select.setString(5, Burst.HOLD_REASON + "%");
            select.setInt(6, guards.burstEntries() + 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException("new entries can't be counted: " + e.getMessage(), e);
        }
    }
}
