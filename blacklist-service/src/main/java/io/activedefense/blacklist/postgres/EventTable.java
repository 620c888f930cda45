// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.cidr;
import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.entry.History.Numbered;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The history of entries, within a transaction of the caller. */
final class EventTable {
    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    void append(List<BlacklistEvent> events) throws SQLException {
        String sql = """
                INSERT INTO blacklist_event (address, kind, at, by_whom, why, reasons, expires_at)
                VALUES (?::cidr, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (BlacklistEvent event : events) {
                insert.setString(1, event.address().toString());
                insert.setString(2, event.kind().name());
                set(insert, 3, event.at());
                insert.setString(4, event.by());
                set(insert, 5, event.why());
                insert.setArray(6, texts(connection, event.reasons()));
                set(insert, 7, event.expiresAt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What happened to an address, the latest first. */
    List<BlacklistEvent> of(Cidr address, int limit) throws SQLException {
        String sql = "SELECT * FROM blacklist_event WHERE address = ?::cidr ORDER BY id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, address.toString());
            select.setInt(2, limit);
            var events = new ArrayList<BlacklistEvent>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(read(row));
                }
            }
            return events;
        }
    }

    /** What happened after an event, the earliest first. */
    List<Numbered> after(long id, int limit) throws SQLException {
        String sql = "SELECT * FROM blacklist_event WHERE id > ? ORDER BY id LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            select.setInt(2, limit);
            var events = new ArrayList<Numbered>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new Numbered(row.getLong("id"), read(row)));
                }
            }
            return events;
        }
    }

    private static BlacklistEvent read(ResultSet row) throws SQLException {
        return new BlacklistEvent(
                BlacklistEvent.Kind.valueOf(row.getString("kind")),
                cidr(row, "address"),
                instant(row, "at"),
                row.getString("by_whom"),
                textOrNull(row, "why"),
                texts(row, "reasons"),
                instantOrNull(row, "expires_at"));
    }
}
