// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.cidr;
import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.notification.AlarmChange;
import io.activedefense.blacklist.notification.AlarmChange.Change;
import io.activedefense.blacklist.notification.EvidenceWords;
import io.activedefense.blacklist.notification.Listing;
import io.activedefense.contracts.blacklist.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened that people may want to know, and how far it was taken, within a transaction of the caller. */
final class NewsTable {
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_CHANGES = 1_000;

    private final Connection connection;

    /**
     * How far it was taken.
     *
     * @param event the last one
     * @param listedAt when listings were taken last
     * @param alarmsAt when changes of alarms were
     */
    record Progress(
            long event,
            @Nullable Instant listedAt,
            @Nullable Instant alarmsAt) {}

    /** Listings up to an event. */
    record Listings(List<Listing> listings, long upTo) {}

    NewsTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether there may be something to take. */
    boolean any() throws SQLException {
        String sql = """
                SELECT (SELECT coalesce(max(id), 0) FROM blacklist_event)
                        > coalesce((SELECT event_id FROM notification_progress), -1)
                    OR EXISTS (SELECT 1 FROM alarm_change)
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Held until the end of the transaction. The first time it begins with what happens from now on. */
    Progress progress() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO notification_progress (event_id) SELECT coalesce(max(id), 0) FROM blacklist_event"
                        + " ON CONFLICT DO NOTHING")) {
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM notification_progress FOR UPDATE");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Progress(
                    row.getLong("event_id"), instantOrNull(row, "listed_at"), instantOrNull(row, "alarms_at"));
        }
    }

    void write(Progress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE notification_progress SET event_id = ?, listed_at = ?, alarms_at = ?")) {
            update.setLong(1, progress.event());
            set(update, 2, progress.listedAt());
            set(update, 3, progress.alarmsAt());
            update.executeUpdate();
        }
    }

    /** What was listed after an event, as it is known now. */
    Listings listingsAfter(long event) throws SQLException {
        long latest = latestEvent();
        String sql = """
                SELECT event.id, event.address, event.at, event.by_whom, event.reasons, country, origin, comment, evidence
                FROM blacklist_event AS event LEFT JOIN entry ON entry.address = event.address
                WHERE event.id > ? AND event.id <= ? AND event.kind = 'ADDED' ORDER BY event.id LIMIT ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, event);
            select.setLong(2, latest);
            select.setInt(3, MOST_EVENTS);
            var listings = new ArrayList<Listing>();
            long last = latest;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listings.add(listing(row));
                    last = row.getLong("id");
                }
            }
            return new Listings(listings, listings.size() < MOST_EVENTS ? latest : last);
        }
    }

    /** Takes what became of alarms: it is not told again. */
    List<AlarmChange> takeAlarmChanges() throws SQLException {
        String sql = """
                WITH taken AS (DELETE FROM alarm_change
                    WHERE id IN (SELECT id FROM alarm_change ORDER BY id LIMIT ?) RETURNING id, alarm_id, change)
                SELECT taken.id AS number, taken.change, alarm.* FROM taken JOIN alarm ON alarm.id = taken.alarm_id
                ORDER BY number
                """;
        try (PreparedStatement take = connection.prepareStatement(sql)) {
            take.setInt(1, MOST_CHANGES);
            var changes = new ArrayList<AlarmChange>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    changes.add(change(row));
                }
            }
            return changes;
        }
    }

    /** Whoever has seen a number has seen all before it: changes come one after the other. */
    private long latestEvent() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT coalesce(max(id), 0) FROM blacklist_event");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Listing listing(ResultSet row) throws SQLException {
        boolean userAdded = Origin.USER_ADDED.name().equals(row.getString("origin"));
        String evidence = row.getString("evidence");
        return new Listing(
                cidr(row, "address"),
                textOrNull(row, "country"),
                texts(row, "reasons"),
                userAdded,
                row.getString("by_whom"),
                userAdded ? textOrNull(row, "comment") : null,
                instant(row, "at"),
                evidence == null
                        ? null
                        : EvidenceWords.of(Documents.evidence(evidence)).orElse(null));
    }

    private static AlarmChange change(ResultSet row) throws SQLException {
        Change change = Change.valueOf(row.getString("change"));
        return new AlarmChange(
                row.getLong("id"),
                change,
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("what_to_do"),
                instant(row, "raised_at"),
                change == Change.CLEARED ? instantOrNull(row, "cleared_at") : null);
    }
}
