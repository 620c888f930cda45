// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Versions that wait, in their table, which all instances share. */
public final class PostgresHolds implements Holds {
    private final Database database;
    private final Clock clock;

    PostgresHolds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Hold> all() {
        return database.read(HoldTable::all);
    }

    /** An approved row begins anew, but only the one that was known: the operator may have approved meanwhile. */
    @Override
    public void put(Hold hold) {
        String sql = """
                INSERT INTO list_hold AS there (list, state, served, proposed, since) VALUES (?, 'WAITING', ?, ?, ?)
                ON CONFLICT (list) DO UPDATE SET
                    proposed = excluded.proposed,
                    state = CASE there.state WHEN 'APPROVED' THEN 'WAITING' ELSE there.state END,
                    served = CASE there.state WHEN 'APPROVED' THEN excluded.served ELSE there.served END,
                    since = CASE there.state WHEN 'APPROVED' THEN excluded.since ELSE there.since END,
                    decided_at = CASE there.state WHEN 'APPROVED' THEN NULL ELSE there.decided_at END,
                    by_whom = CASE there.state WHEN 'APPROVED' THEN NULL ELSE there.by_whom END,
                    why = CASE there.state WHEN 'APPROVED' THEN NULL ELSE there.why END
                WHERE there.state <> 'APPROVED' OR there.decided_at = ?
                """;
        database.change(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                upsert.setString(1, hold.list());
                upsert.setInt(2, hold.served());
                upsert.setInt(3, hold.proposed());
                Columns.set(upsert, 4, hold.since().truncatedTo(ChronoUnit.MILLIS));
                Columns.set(upsert, 5, hold.decidedAt());
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public void end(String list) {
        database.change(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM list_hold WHERE list = ? AND state <> 'APPROVED'")) {
                delete.setString(1, list);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Hold> decide(String list, Hold.State decision, String by, String why) {
        String sql = """
                UPDATE list_hold SET (state, decided_at, by_whom, why) = (?, ?, ?, ?)
                WHERE list = ? AND state <> 'APPROVED' RETURNING *
                """;
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, decision.name());
                Columns.set(update, 2, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                update.setString(3, by);
                update.setString(4, why);
                update.setString(5, list);
                try (ResultSet row = update.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    Hold decided = HoldTable.read(row);
                    ListVersion.raise(connection);
                    return Optional.of(decided);
                }
            }
        });
    }
}
