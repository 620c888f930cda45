// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.notification.Interests;
import io.activedefense.blacklist.notification.Recipient;
import io.activedefense.blacklist.notification.RecipientWish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of recipients, within a transaction of the caller. What is sealed is sealed by the caller. */
final class RecipientTable {
    private static final String SELECT = "SELECT * FROM notification_recipient";

    private final Connection connection;

    RecipientTable(Connection connection) {
        this.connection = connection;
    }

    List<Recipient> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY name, id")) {
            return read(select);
        }
    }

    Optional<Recipient> find(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    Optional<Recipient> named(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE name = ?")) {
            select.setString(1, name);
            return read(select).stream().findFirst();
        }
    }

    Optional<String> sealedTarget(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT target FROM notification_recipient WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString("target")) : Optional.empty();
            }
        }
    }

    /** Adds one that has no target yet; its number. */
    long add(Recipient recipient) throws SQLException {
        String sql = """
                INSERT INTO notification_recipient
                    (name, enabled, channel, shown, has_secret, target_at, reasons, alarms, target)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, '') RETURNING id
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert, recipient);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong("id");
            }
        }
    }

    void change(Recipient recipient) throws SQLException {
        String sql = """
                UPDATE notification_recipient SET (name, enabled, channel, shown, has_secret, target_at, reasons, alarms) =
                    (?, ?, ?, ?, ?, ?, ?, ?)
                WHERE id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, recipient);
            update.setLong(9, recipient.id());
            update.executeUpdate();
        }
    }

    void sealTarget(long id, String target) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE notification_recipient SET target = ? WHERE id = ?")) {
            update.setString(1, target);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    boolean remove(long id) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM notification_recipient WHERE id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        }
    }

    private void bind(PreparedStatement statement, Recipient recipient) throws SQLException {
        RecipientWish wish = recipient.wish();
        statement.setString(1, wish.name());
        statement.setBoolean(2, wish.enabled());
        statement.setString(3, wish.channel());
        statement.setString(4, recipient.shown());
        statement.setBoolean(5, recipient.hasSecret());
        set(statement, 6, recipient.targetAt());
        statement.setArray(7, texts(connection, wish.interests().reasons()));
        statement.setArray(8, texts(connection, wish.interests().alarms()));
    }

    private static List<Recipient> read(PreparedStatement select) throws SQLException {
        var recipients = new ArrayList<Recipient>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var wish = new RecipientWish(
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        row.getString("channel"),
                        new Interests(texts(row, "reasons"), texts(row, "alarms")));
                recipients.add(new Recipient(
                        row.getLong("id"),
                        wish,
                        row.getString("shown"),
                        row.getBoolean("has_secret"),
                        instant(row, "target_at")));
            }
        }
        return recipients;
    }
}
