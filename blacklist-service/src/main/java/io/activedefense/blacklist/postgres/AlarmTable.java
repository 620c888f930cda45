// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.alarm.Alarm;
import io.activedefense.blacklist.alarm.Trouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of alarms, within a transaction of the caller. */
final class AlarmTable {
    private final Connection connection;

    AlarmTable(Connection connection) {
        this.connection = connection;
    }

    List<Alarm> standing(String source) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM alarm WHERE cleared_at IS NULL AND source = ?")) {
            select.setString(1, source);
            return read(select);
        }
    }

    List<Alarm> latest(boolean standing, @Nullable Long before, int limit) throws SQLException {
        String sql = "SELECT * FROM alarm WHERE id < ?" + (standing ? " AND cleared_at IS NULL" : "")
                + " ORDER BY id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, before == null ? Long.MAX_VALUE : before);
            select.setInt(2, limit);
            return read(select);
        }
    }

    Optional<Alarm> find(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM alarm WHERE id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The unique index sees to it that one of two instances raises it, should both think that they lead. */
    void raise(String source, List<Trouble> troubles, Instant now) throws SQLException {
        String sql = """
                INSERT INTO alarm (source, kind, subject, detail, what_to_do, raised_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Trouble trouble : troubles) {
                insert.setString(1, source);
                insert.setString(2, trouble.kind());
                insert.setString(3, trouble.subject());
                insert.setString(4, trouble.detail());
                insert.setString(5, trouble.whatToDo());
                set(insert, 6, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void clear(List<Alarm> alarms, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE alarm SET cleared_at = ? WHERE id = ? AND cleared_at IS NULL")) {
            for (Alarm alarm : alarms) {
                set(update, 1, now);
                update.setLong(2, alarm.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void reword(List<Alarm> alarms) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE alarm SET detail = ? WHERE id = ?")) {
            for (Alarm alarm : alarms) {
                update.setString(1, alarm.detail());
                update.setLong(2, alarm.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static List<Alarm> read(PreparedStatement select) throws SQLException {
        var alarms = new ArrayList<Alarm>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                alarms.add(new Alarm(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("what_to_do"),
                        instant(row, "raised_at"),
                        instantOrNull(row, "cleared_at"),
                        textOrNull(row, "acknowledged_by"),
                        instantOrNull(row, "acknowledged_at")));
            }
        }
        return alarms;
    }
}
