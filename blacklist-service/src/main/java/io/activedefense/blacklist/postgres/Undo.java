// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.set;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one rule has listed since a time, within a transaction of the caller. */
final class Undo {
    /** What another rule or an operator stands against as well is not this rule's alone to undo. */
    private static final String ITS_OWN =
            "standing = 'LISTED' AND origin = 'DETECTED' AND reasons = ARRAY[?::text] AND listed_at >= ?";

    private static final String ITS_PART = "standing = 'LISTED' AND ? = ANY (reasons) AND listed_at >= ?"
            + " AND (origin <> 'DETECTED' OR cardinality(reasons) > 1)";

    private final Connection connection;
    private final String rule;
    private final Instant since;

    Undo(Connection connection, String rule, Instant since) {
        this.connection = connection;
        this.rule = rule;
        this.since = since;
    }

    long releases() throws SQLException {
        return count(ITS_OWN);
    }

    long keeps() throws SQLException {
        return count(ITS_PART);
    }

    /** Entries that are to be released, the latest first. */
    List<StoredEntry> next(int limit) throws SQLException {
        String sql = "SELECT * FROM entry WHERE " + ITS_OWN + " ORDER BY listed_at DESC, address LIMIT " + limit;
        var entries = new ArrayList<StoredEntry>();
        try (PreparedStatement select = prepared(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(EntryTable.read(row));
            }
        }
        return entries;
    }

    private long count(String condition) throws SQLException {
        try (PreparedStatement select = prepared("SELECT count(*) FROM entry WHERE " + condition);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, rule);
        set(statement, 2, since);
        return statement;
    }
}
