// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.record.RecordFigures;
import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.blacklist.record.Waiter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts records where they are. */
public final class PostgresRecordFigures implements RecordFigures {
    private final OwnTransactions transactions;
    private final Duration patience;

    PostgresRecordFigures(OwnTransactions transactions, Duration patience) {
        this.transactions = transactions;
        this.patience = patience;
    }

    @Override
    public List<Bar> histogram(RecordFilter filter, Duration step, Waiter waiter) {
        long millis = step.toMillis();
        String bar = "floor(extract(epoch FROM seen) * 1000 / " + millis + ")::bigint";
        return counted(
                filter,
                waiter,
                bar,
                " GROUP BY 1 ORDER BY 1",
                row -> new Bar(Instant.ofEpochMilli(row.getLong("value") * millis), row.getLong("records")));
    }

    @Override
    public List<Share> top(RecordFilter filter, By by, int limit, Waiter waiter) {
        List<Share> shares = counted(
                filter,
                waiter,
                column(by),
                " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + limit,
                row -> new Share(text(row.getString("value")), row.getLong("records")));
        return isWord(by) ? named(shares) : shares;
    }

    /** How a row is read. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> counted(RecordFilter filter, Waiter waiter, String value, String order, Reading<T> reading) {
        return transactions.within(patience, waiter, connection -> {
            RecordConditions conditions = RecordConditions.of(filter, connection);
            if (conditions.none()) {
                return List.of();
            }
            String sql = "SELECT " + value + " AS value, count(*) AS records FROM log_record WHERE seen >= '"
                    + (filter.from() == null ? "-infinity" : filter.from()) + "' AND seen < '"
                    + (filter.until() == null ? "infinity" : filter.until()) + "'" + conditions.sql() + order;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                conditions.set(select, 1);
                return all(select, reading);
            }
        });
    }

    private static <T> List<T> all(PreparedStatement select, Reading<T> reading) throws SQLException {
        var all = new ArrayList<T>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(reading.of(row));
            }
        }
        return all;
    }

    /** The words of numbers; few, so each is a look-up. */
    private List<Share> named(List<Share> shares) {
        return transactions.within(patience, connection -> {
            var named = new ArrayList<Share>();
            for (Share share : shares) {
                named.add(new Share(word(connection, share.value()), share.records()));
            }
            return named;
        });
    }

    private static String word(Connection connection, String number) throws SQLException {
        if (number.isEmpty()) {
            return "";
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT text FROM log_word WHERE id = ?")) {
            select.setInt(1, Integer.parseInt(number));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString("text") : "";
            }
        }
    }

    private static boolean isWord(By by) {
        return switch (by) {
            case SOURCE, DESTINATION, PORT, USER -> false;
            case SOURCE_COUNTRY, DESTINATION_COUNTRY, DEVICE, RULE, ACTION, THREAT -> true;
        };
    }

    private static String column(By by) {
        return switch (by) {
            case SOURCE -> "source";
            case DESTINATION -> "destination";
            case PORT -> "destination_port";
            case SOURCE_COUNTRY -> "source_country";
            case DESTINATION_COUNTRY -> "destination_country";
            case DEVICE -> "device";
            case RULE -> "rule";
            case ACTION -> "action";
            case THREAT -> "threat";
            case USER -> "source_user";
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
