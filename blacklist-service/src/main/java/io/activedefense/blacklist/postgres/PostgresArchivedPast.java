// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.backtest.ArchivedPast;
import io.activedefense.blacklist.backtest.Sessions;
import io.activedefense.blacklist.backtest.TimeRange;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.LogType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The archive in order, a page in a transaction: a long one would keep days from being dropped, and all others waiting. */
final class PostgresArchivedPast implements ArchivedPast {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SESSIONS = """
            SELECT asked.source, sessions.allowed, country.text FROM unnest(?::cidr[]) AS asked(source)
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE action = (SELECT id FROM log_word WHERE text = 'allow')) AS allowed,
                    max(source_country) AS country
                FROM log_record
                WHERE source BETWEEN host(asked.source)::inet AND host(broadcast(asked.source))::inet
                    AND seen >= ? AND seen < ? AND log_type = ? AND NOT copy
            ) AS sessions
            LEFT JOIN log_word AS country ON country.id = sessions.country
            """;

    private final OwnTransactions transactions;

    PostgresArchivedPast(OwnTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<LogRecord> next(TimeRange range, @Nullable RecordKey after, int most) {
        return transactions.within(PATIENCE, connection -> select(connection, range, after, most));
    }

    @Override
    public Map<Cidr, Sessions> sessions(TimeRange range, List<Cidr> sources) {
        return transactions.within(PATIENCE, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SESSIONS)) {
                select.setArray(1, Columns.texts(connection, sources));
                Columns.set(select, 2, range.from());
                Columns.set(select, 3, range.to());
                select.setInt(4, Codes.of(LogType.TRAFFIC));
                return sessions(select);
            }
        });
    }

    @Override
    public List<LogRecord> latestOf(Cidr source, Instant from, int most) {
        // Bound to one address, the index has them in order.
        String which = source.isSingleAddress() ? "source = ?::inet" : "source BETWEEN ?::inet AND ?::inet";
        String sql = "SELECT " + PostgresRecords.COLUMNS + " FROM log_record WHERE seen >= ? AND " + which
                + " AND NOT copy ORDER BY seen DESC, id DESC LIMIT " + most;
        return transactions.within(PATIENCE, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Columns.set(select, 1, from);
                select.setString(2, source.network().toString());
                if (!source.isSingleAddress()) {
                    select.setString(3, source.last().toString());
                }
                return PostgresRecords.all(select);
            }
        });
    }

    @Override
    public Optional<Instant> newest() {
        return transactions.within(PATIENCE, connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT seen FROM log_record ORDER BY seen DESC LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Columns.instant(row, "seen")) : Optional.empty();
            }
        });
    }

    /** The lower bound stands there twice: by the first one PostgreSQL knows which days it needn't look at. */
    private static List<LogRecord> select(Connection connection, TimeRange range, @Nullable RecordKey after, int most)
            throws SQLException {
        String sql = "SELECT " + PostgresRecords.COLUMNS + " FROM log_record WHERE seen >= ? AND seen < ? AND NOT copy"
                + (after == null ? "" : " AND (seen, id) > (?, ?)") + " ORDER BY seen, id LIMIT " + most;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(most);
            Columns.set(select, 1, after == null ? range.from() : after.seen());
            Columns.set(select, 2, range.to());
            if (after != null) {
                Columns.set(select, 3, after.seen());
                select.setLong(4, after.id());
            }
            return PostgresRecords.all(select);
        }
    }

    private static Map<Cidr, Sessions> sessions(PreparedStatement select) throws SQLException {
        var sessions = new HashMap<Cidr, Sessions>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sessions.put(
                        Columns.cidr(row, "source"),
                        new Sessions(row.getLong("allowed"), Columns.textOrNull(row, "text")));
            }
        }
        return sessions;
    }
}
