// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.notification.Deliveries.Queued;
import io.activedefense.blacklist.notification.Deliveries.State;
import io.activedefense.blacklist.notification.Deliveries.Unreached;
import io.activedefense.blacklist.notification.Delivery;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.Wordings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of deliveries, within a transaction of the caller. */
final class DeliveryTable {
    private final Connection connection;

    /** A notice that waits, to which something may be added. */
    record Waiting(long id, Notice notice) {}

    DeliveryTable(Connection connection) {
        this.connection = connection;
    }

    /** The latest of this kind that waits for a recipient. */
    Optional<Waiting> waiting(long recipient, String kind) throws SQLException {
        String sql = "SELECT id, notice FROM notification_delivery"
                + " WHERE recipient_id = ? AND kind = ? AND state = 'WAITING' ORDER BY id DESC LIMIT 1 FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, recipient);
            select.setString(2, kind);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Waiting(row.getLong("id"), Documents.notice(row.getString("notice"))))
                        : Optional.empty();
            }
        }
    }

    void queue(long recipient, Notice notice, Instant now) throws SQLException {
        String sql = """
                INSERT INTO notification_delivery
                    (recipient_id, kind, summary, notice, revision, state, queued_at, attempts, next_at)
                VALUES (?, ?, ?, ?::jsonb, 0, 'WAITING', ?, 0, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, recipient);
            insert.setString(2, notice.kind());
            insert.setString(3, Wordings.subject(notice));
            insert.setString(4, Documents.write(notice));
            set(insert, 5, now);
            set(insert, 6, now);
            insert.executeUpdate();
        }
    }

    /** Puts a longer notice in the place of one that waits. */
    void extend(long id, Notice notice) throws SQLException {
        String sql = "UPDATE notification_delivery SET summary = ?, notice = ?::jsonb, revision = revision + 1"
                + " WHERE id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, Wordings.subject(notice));
            update.setString(2, Documents.write(notice));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** A later one of a recipient waits for the earlier one, so that they come in order. */
    List<Delivery> due(Instant now) throws SQLException {
        String sql = """
                SELECT first.*, recipient.channel FROM (
                    SELECT DISTINCT ON (recipient_id) * FROM notification_delivery WHERE state = 'WAITING'
                    ORDER BY recipient_id, id) AS first
                JOIN notification_recipient AS recipient ON recipient.id = first.recipient_id
                WHERE recipient.enabled AND first.next_at <= ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, 1, now);
            var due = new ArrayList<Delivery>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new Delivery(
                            row.getLong("id"),
                            row.getInt("revision"),
                            row.getLong("recipient_id"),
                            row.getString("channel"),
                            Documents.notice(row.getString("notice")),
                            instant(row, "queued_at"),
                            row.getInt("attempts")));
                }
            }
            return due;
        }
    }

    /** Done with, unless something was added meanwhile. */
    void end(Delivery delivery, State state, String answer, Instant now) throws SQLException {
        String sql = "UPDATE notification_delivery SET state = ?, answer = ?, done_at = ?, attempts = attempts + 1,"
                + " next_at = NULL, notice = NULL WHERE id = ? AND revision = ? AND state = 'WAITING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setString(2, answer);
            set(update, 3, now);
            update.setLong(4, delivery.id());
            update.setInt(5, delivery.revision());
            update.executeUpdate();
        }
    }

    void postpone(Delivery delivery, String answer, Instant nextAt) throws SQLException {
        String sql = "UPDATE notification_delivery SET answer = ?, next_at = ?, attempts = attempts + 1"
                + " WHERE id = ? AND state = 'WAITING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, answer);
            set(update, 2, nextAt);
            update.setLong(3, delivery.id());
            update.executeUpdate();
        }
    }

    void giveUpOf(long recipient, String why, Instant now) throws SQLException {
        String sql = "UPDATE notification_delivery SET state = 'GIVEN_UP', answer = ?, done_at = ?, next_at = NULL,"
                + " notice = NULL WHERE recipient_id = ? AND state = 'WAITING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, why);
            set(update, 2, now);
            update.setLong(3, recipient);
            update.executeUpdate();
        }
    }

    /** What waits is tried now: something was changed that may help. */
    static void hurry(Connection connection, Instant now) throws SQLException {
        String sql = "UPDATE notification_delivery SET next_at = ? WHERE state = 'WAITING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, 1, now);
            update.executeUpdate();
        }
    }

    int forget(Instant before, int most) throws SQLException {
        String sql = "DELETE FROM notification_delivery WHERE state <> 'WAITING'"
                + " AND (done_at < ? OR id <= (SELECT max(id) FROM notification_delivery) - ?)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            set(delete, 1, before);
            delete.setInt(2, most);
            return delete.executeUpdate();
        }
    }

    List<Unreached> unreached(int attempts) throws SQLException {
        String sql = """
                SELECT DISTINCT ON (recipient.name) recipient.name, queued_at, answer
                FROM notification_delivery JOIN notification_recipient AS recipient ON recipient.id = recipient_id
                WHERE state = 'WAITING' AND attempts >= ? AND recipient.enabled
                ORDER BY recipient.name, notification_delivery.id
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, attempts);
            var unreached = new ArrayList<Unreached>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    unreached.add(
                            new Unreached(row.getString("name"), instant(row, "queued_at"), row.getString("answer")));
                }
            }
            return unreached;
        }
    }

    List<Queued> latest(@Nullable State state, @Nullable Long recipient, @Nullable Long before, int limit)
            throws SQLException {
        String sql = "SELECT delivery.*, recipient.name FROM notification_delivery AS delivery"
                + " JOIN notification_recipient AS recipient ON recipient.id = recipient_id WHERE delivery.id < ?"
                + (state == null ? "" : " AND state = '" + state.name() + "'")
                + (recipient == null ? "" : " AND recipient_id = " + recipient)
                + " ORDER BY delivery.id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, before == null ? Long.MAX_VALUE : before);
            select.setInt(2, limit);
            var latest = new ArrayList<Queued>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    latest.add(queued(row));
                }
            }
            return latest;
        }
    }

    private static Queued queued(ResultSet row) throws SQLException {
        return new Queued(
                row.getLong("id"),
                row.getLong("recipient_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("summary"),
                State.valueOf(row.getString("state")),
                instant(row, "queued_at"),
                row.getInt("attempts"),
                instantOrNull(row, "next_at"),
                instantOrNull(row, "done_at"),
                textOrNull(row, "answer"));
    }
}
