// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.poller.Poller;
import io.activedefense.blacklist.poller.PollerKey;
import io.activedefense.blacklist.poller.Pollers;
import io.activedefense.blacklist.poller.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pollers in their table. Instances add to it one after the other. */
public final class PostgresPollers implements Pollers {
    private static final String SAVE = """
            INSERT INTO poller (list, address, first_at, last_at, last_status, last_good_at, polls, refusals,
                refused_since, every_seconds, version, user_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (list, address) DO UPDATE SET (last_at, last_status, last_good_at, polls, refusals,
                refused_since, every_seconds, version, user_name) = (excluded.last_at, excluded.last_status,
                excluded.last_good_at, excluded.polls, excluded.refusals, excluded.refused_since,
                excluded.every_seconds, excluded.version, excluded.user_name)
            """;

    private final Database database;

    PostgresPollers(Database database) {
        this.database = database;
    }

    @Override
    public List<Poller> all() {
        return database.read(PostgresPollers::all);
    }

    @Override
    public void add(Map<PollerKey, Tally> polls) {
        database.change(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("LOCK TABLE poller IN EXCLUSIVE MODE")) {
                lock.execute();
            }
            Map<PollerKey, Poller> known =
                    all(connection).stream().collect(Collectors.toMap(Poller::key, Function.identity()));
            try (PreparedStatement save = connection.prepareStatement(SAVE)) {
                for (Map.Entry<PollerKey, Tally> poll : polls.entrySet()) {
                    Poller before = known.get(poll.getKey());
                    bind(
                            save,
                            before == null
                                    ? Poller.first(poll.getKey(), poll.getValue())
                                    : before.after(poll.getValue()));
                    save.addBatch();
                }
                return save.executeBatch();
            }
        });
    }

    @Override
    public boolean forget(PollerKey poller) {
        return database.change(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM poller WHERE list = ? AND address = ?")) {
                delete.setString(1, poller.list());
                delete.setString(2, poller.address());
                return delete.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void forgetUnseen(Instant friends, Instant strangers) {
        database.change(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM poller WHERE last_at < CASE WHEN last_good_at IS NULL THEN ? ELSE ? END")) {
                set(delete, 1, strangers);
                set(delete, 2, friends);
                return delete.executeUpdate();
            }
        });
    }

    private static List<Poller> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM poller ORDER BY list, address");
                ResultSet row = select.executeQuery()) {
            var pollers = new ArrayList<Poller>();
            while (row.next()) {
                pollers.add(read(row));
            }
            return pollers;
        }
    }

    private static void bind(PreparedStatement save, Poller poller) throws SQLException {
        Tally tally = poller.tally();
        save.setString(1, poller.key().list());
        save.setString(2, poller.key().address());
        set(save, 3, poller.firstAt());
        set(save, 4, tally.lastAt());
        save.setInt(5, tally.lastStatus());
        set(save, 6, tally.lastGoodAt());
        save.setLong(7, tally.polls());
        save.setLong(8, tally.refusals());
        set(save, 9, poller.refusedSince());
        save.setObject(10, poller.everySeconds(), Types.DOUBLE);
        set(save, 11, tally.version());
        set(save, 12, tally.user());
    }

    private static Poller read(ResultSet row) throws SQLException {
        var tally = new Tally(
                row.getLong("polls"),
                row.getLong("refusals"),
                instant(row, "last_at"),
                row.getInt("last_status"),
                instantOrNull(row, "last_good_at"),
                textOrNull(row, "version"),
                textOrNull(row, "user_name"));
        return new Poller(
                new PollerKey(row.getString("list"), row.getString("address")),
                instant(row, "first_at"),
                tally,
                instantOrNull(row, "refused_since"),
                row.getObject("every_seconds", Double.class));
    }
}
