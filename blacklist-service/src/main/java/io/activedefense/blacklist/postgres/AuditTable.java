// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.audit.Actor;
import io.activedefense.blacklist.audit.AuditEvent;
import io.activedefense.blacklist.audit.AuditQuery;
import io.activedefense.blacklist.audit.Via;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The audit log, within a transaction of the caller. Triggers write most of it: they see every change of a row. */
final class AuditTable {
    private static final String SEARCH = """
            SELECT * FROM audit_event
            WHERE id < ? AND (?::text IS NULL OR who = ?) AND (?::text IS NULL OR kind = ?)
                AND (?::text IS NULL OR position(lower(?) IN lower(subject)) > 0)
                AND (?::timestamptz IS NULL OR at >= ?) AND (?::timestamptz IS NULL OR at < ?)
            ORDER BY id DESC LIMIT ?
            """;

    private final Connection connection;

    AuditTable(Connection connection) {
        this.connection = connection;
    }

    /** What the transaction changes from here on is recorded as this one's doing. */
    void begin(Actor actor, Instant now) throws SQLException {
        var words = new TreeMap<String, String>(
                Map.of("who", actor.who(), "via", actor.via().word(), "at", now.toString()));
        if (actor.address() != null) {
            words.put("address", actor.address());
        }
        try (PreparedStatement set =
                connection.prepareStatement("SELECT set_config('active_defense.actor', ?, true)")) {
            set.setString(1, Documents.write(words));
            set.execute();
        }
    }

    void append(Actor actor, String action, String kind, String subject, Instant now) throws SQLException {
        String sql = "INSERT INTO audit_event (at, who, via, address, action, kind, subject)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            set(insert, 1, now);
            insert.setString(2, actor.who());
            insert.setString(3, actor.via().word());
            set(insert, 4, actor.address());
            insert.setString(5, action);
            insert.setString(6, kind);
            insert.setString(7, subject);
            insert.executeUpdate();
        }
    }

    List<AuditEvent> search(AuditQuery query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEARCH)) {
            select.setLong(1, query.before() == null ? Long.MAX_VALUE : query.before());
            twice(select, 2, query.who());
            twice(select, 4, query.kind());
            twice(select, 6, query.subject());
            twice(select, 8, query.from());
            twice(select, 10, query.until());
            select.setInt(12, query.limit());
            var events = new ArrayList<AuditEvent>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(read(row));
                }
            }
            return events;
        }
    }

    private static AuditEvent read(ResultSet row) throws SQLException {
        var actor = new Actor(row.getString("who"), Via.of(row.getString("via")), textOrNull(row, "address"));
        String before = textOrNull(row, "before");
        String after = textOrNull(row, "after");
        return new AuditEvent(
                row.getLong("id"),
                instant(row, "at"),
                actor,
                row.getString("action"),
                row.getString("kind"),
                row.getString("subject"),
                before == null ? null : Documents.tree(before),
                after == null ? null : Documents.tree(after));
    }

    private static void twice(PreparedStatement select, int index, @Nullable String value) throws SQLException {
        set(select, index, value);
        set(select, index + 1, value);
    }

    private static void twice(PreparedStatement select, int index, @Nullable Instant value) throws SQLException {
        set(select, index, value);
        set(select, index + 1, value);
    }
}
