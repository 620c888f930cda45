// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;
import static io.activedefense.blacklist.postgres.Columns.texts;

import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of held detections, within a transaction of the caller. */
final class ReviewTable {
    /** The expiry follows from the source's last sighting, which its entry keeps, and the block window. */
    private static final String SELECT = """
            SELECT review.*, greatest(review.last_seen, entry.last_seen) AS seen_last
            FROM review LEFT JOIN entry USING (address)
            """;

    private final Connection connection;
    private final Duration blockWindow;
    private final Instant now;

    ReviewTable(Connection connection, Duration blockWindow, Instant now) {
        this.connection = connection;
        this.blockWindow = blockWindow;
        this.now = now;
    }

    /** Holds detections. One that was decided about stays as it was. */
    void hold(List<Detection> detections) throws SQLException {
        String sql = """
                INSERT INTO review (address, rule, epoch, state, hold_reason, held_at, at, last_seen, document)
                VALUES (?::cidr, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (address, rule, epoch) DO UPDATE SET
                    document = CASE WHEN excluded.at >= review.at THEN excluded.document ELSE review.document END,
                    at = greatest(review.at, excluded.at),
                    last_seen = greatest(review.last_seen, excluded.last_seen),
                    state = CASE WHEN 'WAITING' IN (review.state, excluded.state) THEN 'WAITING' ELSE review.state END
                WHERE review.state IN ('WAITING', 'EXPIRED')
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Detection detection : detections) {
                insert.setString(1, detection.source().toString());
                insert.setString(2, detection.rule());
                insert.setInt(3, detection.epoch());
                insert.setString(4, isOver(detection) ? State.EXPIRED.name() : State.WAITING.name());
                insert.setString(5, detection.holdReason());
                set(insert, 6, now);
                set(insert, 7, detection.at());
                set(insert, 8, detection.lastSeen());
                insert.setString(9, Documents.write(detection));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<HeldDetection> latest(Set<State> states, @Nullable Long before, int limit) throws SQLException {
        String sql = SELECT + "WHERE review.id < ? AND (? OR state = ANY (?)) ORDER BY review.id DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, before == null ? Long.MAX_VALUE : before);
            select.setBoolean(2, states.isEmpty());
            select.setArray(3, texts(connection, states));
            select.setInt(4, limit);
            return read(select);
        }
    }

    List<HeldDetection> of(Collection<Long> ids) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE review.id = ANY (?) ORDER BY review.id")) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return read(select);
        }
    }

    List<HeldDetection> of(Cidr source) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE address = ?::cidr ORDER BY review.id DESC")) {
            select.setString(1, source.toString());
            return read(select);
        }
    }

    List<HeldDetection> waiting() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE state = 'WAITING'")) {
            return read(select);
        }
    }

    void decide(long id, State state, String by, String why) throws SQLException {
        String sql = "UPDATE review SET state = ?, decided_by = ?, decided_at = ?, why = ? WHERE id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setString(2, by);
            set(update, 3, now);
            update.setString(4, why);
            update.setLong(5, id);
            update.executeUpdate();
        }
    }

    /** What the same rule has listed without asking needs no word any more. */
    void overtaken(List<Detection> listed) throws SQLException {
        String sql = """
                UPDATE review SET state = 'LISTED', decided_by = 'detector', decided_at = ?
                WHERE state IN ('WAITING', 'EXPIRED') AND address = ?::cidr AND rule = ? AND epoch = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Detection detection : listed) {
                set(update, 1, now);
                update.setString(2, detection.source().toString());
                update.setString(3, detection.rule());
                update.setInt(4, detection.epoch());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Whether any waits: most of the time none does. */
    boolean any() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT EXISTS (SELECT 1 FROM review WHERE state IN ('WAITING', 'EXPIRED'))");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The source was released: what was counted before is no question any more. */
    void outdated(Collection<Cidr> released) throws SQLException {
        String sql = """
                UPDATE review SET state = 'OUTDATED', decided_by = 'release', decided_at = ?
                WHERE state IN ('WAITING', 'EXPIRED') AND address = ANY (CAST(? AS cidr[]))
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, 1, now);
            update.setArray(2, texts(connection, released));
            update.executeUpdate();
        }
    }

    /** Those whose block window is over leave the queue; those whose source was seen again come back. */
    int settle(Instant judgedUpTo) throws SQLException {
        String sql = """
                UPDATE review SET state = new_state, decided_by = new_by, decided_at = ? FROM (
                    SELECT id AS of_id,
                        CASE WHEN over THEN 'EXPIRED' ELSE 'WAITING' END AS new_state,
                        CASE WHEN over THEN 'expiry' END AS new_by
                    FROM (SELECT review.id, review.state,
                            greatest(review.last_seen, entry.last_seen) + make_interval(secs => ?) <= ? AS over
                        FROM review LEFT JOIN entry USING (address) WHERE state IN ('WAITING', 'EXPIRED')) AS each
                    WHERE over <> (state = 'EXPIRED')) AS moved
                WHERE review.id = of_id
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, 1, now);
            update.setDouble(2, (double) blockWindow.toSeconds());
            set(update, 3, judgedUpTo);
            return update.executeUpdate();
        }
    }

    private boolean isOver(Detection detection) {
        return !detection.lastSeen().plus(blockWindow).isAfter(now);
    }

    private List<HeldDetection> read(PreparedStatement select) throws SQLException {
        var held = new ArrayList<HeldDetection>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant lastSeen = instant(row, "seen_last");
                held.add(new HeldDetection(
                        row.getLong("id"),
                        State.valueOf(row.getString("state")),
                        Documents.detection(row.getString("document")),
                        row.getString("hold_reason"),
                        instant(row, "held_at"),
                        lastSeen,
                        lastSeen.plus(blockWindow),
                        textOrNull(row, "decided_by"),
                        instantOrNull(row, "decided_at"),
                        textOrNull(row, "why")));
            }
        }
        return held;
    }
}
