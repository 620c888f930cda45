// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.contracts.address.Cidr;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as SQL, but for its time: what a caller wrote is a parameter, what is a number stands in the text. */
final class RecordConditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<String> parameters = new ArrayList<>();
    private boolean none;
    private boolean indexed;

    private RecordConditions() {}

    static RecordConditions of(RecordFilter filter, Connection connection) throws SQLException {
        var conditions = new RecordConditions();
        conditions.address("source", filter.source());
        conditions.address("destination", filter.destination());
        conditions.user(filter.user());
        conditions.number("source_port", filter.sourcePort());
        conditions.number("destination_port", filter.destinationPort());
        if (filter.type() != null) {
            conditions.and("log_type = " + Codes.of(filter.type()));
        }
        if (filter.severity() != null) {
            conditions.and("severity = " + Codes.of(filter.severity()));
        }
        if (filter.leastSeverity() != null) {
            conditions.and("severity >= " + Codes.of(filter.leastSeverity()));
        }
        conditions.whole("device", filter.device(), connection);
        conditions.whole("action", filter.action(), connection);
        conditions.whole("source_country", filter.sourceCountry(), connection);
        conditions.whole("destination_country", filter.destinationCountry(), connection);
        conditions.part("rule", filter.rule(), connection);
        conditions.part("threat", filter.threat(), connection);
        if (!filter.copies()) {
            conditions.and("NOT copy");
        }
        return conditions;
    }

    /** Each begins with AND. */
    String sql() {
        return sql.toString();
    }

    /** Whether no record can be so, since no line ever had such a text. */
    boolean none() {
        return none;
    }

    /** Whether an index leads to what is asked for, over however many rows. */
    boolean indexed() {
        return indexed;
    }

    /** Sets the parameters from an index on; answers the index behind them. */
    int set(PreparedStatement statement, int index) throws SQLException {
        int next = index;
        for (String parameter : parameters) {
            statement.setString(next++, parameter);
        }
        return next;
    }

    private void address(String column, @Nullable Cidr prefix) {
        if (prefix == null) {
            return;
        }
        indexed = true;
        if (prefix.isSingleAddress()) {
            and(column + " = CAST(? AS inet)", prefix.network().toString());
        } else {
            and(column + " >= CAST(? AS inet)", prefix.network().toString());
            and(column + " <= CAST(? AS inet)", prefix.last().toString());
        }
    }

    private void user(@Nullable String user) {
        if (user == null) {
            return;
        }
        indexed = true;
        if (user.endsWith(RecordFilter.STAR)) {
            String beginning = user.substring(0, user.length() - 1).toLowerCase(Locale.ROOT);
            and("source_user LIKE ?", literally(beginning) + "%");
        } else {
            and("source_user = ?", String.valueOf(RecordRows.user(user)));
        }
    }

    private void number(String column, @Nullable Integer number) {
        if (number != null) {
            and(column + " = " + number);
        }
    }

    private void whole(String column, @Nullable String text, Connection connection) throws SQLException {
        if (text != null) {
            among(column, words(connection, "lower(text) = lower(?)", WordTable.kept(text)));
        }
    }

    private void part(String column, @Nullable String text, Connection connection) throws SQLException {
        if (text != null) {
            among(column, words(connection, "text ILIKE ?", "%" + literally(text) + "%"));
        }
    }

    private void among(String column, List<Integer> numbers) {
        none |= numbers.isEmpty();
        and(column + " IN ("
                + (numbers.isEmpty()
                        ? "NULL"
                        : numbers.stream().map(String::valueOf).collect(Collectors.joining(",")))
                + ")");
    }

    private void and(String condition, String parameter) {
        and(condition);
        parameters.add(parameter);
    }

    private void and(String condition) {
        sql.append(" AND ").append(condition);
    }

    private static List<Integer> words(Connection connection, String condition, String text) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM log_word WHERE " + condition + " ORDER BY id")) {
            select.setString(1, text);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getInt("id"));
                }
            }
        }
        return numbers;
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
