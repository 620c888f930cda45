// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.feed.Hold;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of versions that wait, within a transaction of the caller. */
final class HoldTable {
    private HoldTable() {}

    static List<Hold> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM list_hold ORDER BY list");
                ResultSet row = select.executeQuery()) {
            var holds = new ArrayList<Hold>();
            while (row.next()) {
                holds.add(read(row));
            }
            return holds;
        }
    }

    static void forget(Connection connection, String list) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM list_hold WHERE list = ?")) {
            delete.setString(1, list);
            delete.executeUpdate();
        }
    }

    static Hold read(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("list"),
                Hold.State.valueOf(row.getString("state")),
                row.getInt("served"),
                row.getInt("proposed"),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "decided_at"),
                Columns.textOrNull(row, "by_whom"),
                Columns.textOrNull(row, "why"));
    }
}
