// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.set;
import static java.util.stream.Collectors.toMap;

import io.activedefense.blacklist.alarm.Alarm;
import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.alarm.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The alarms in their table. */
public final class PostgresAlarms implements Alarms {
    private final Database database;
    private final Clock clock;

    PostgresAlarms(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void agree(String source, List<Trouble> found, Predicate<Trouble> lasting) {
        Map<Trouble.Key, Alarm> standing =
                database.read(connection -> new AlarmTable(connection).standing(source)).stream()
                        .collect(toMap(Alarm::key, alarm -> alarm));
        Map<Trouble.Key, Trouble> now =
                found.stream().collect(toMap(Trouble::key, trouble -> trouble, (one, same) -> one));
        List<Trouble> raised = now.values().stream()
                .filter(trouble -> !standing.containsKey(trouble.key()) && lasting.test(trouble))
                .toList();
        List<Alarm> cleared = standing.values().stream()
                .filter(alarm -> !now.containsKey(alarm.key()))
                .toList();
        List<Alarm> reworded = standing.values().stream()
                .flatMap(alarm -> reworded(alarm, now.get(alarm.key())))
                .toList();
        if (!raised.isEmpty() || !cleared.isEmpty() || !reworded.isEmpty()) {
            database.change(connection -> write(connection, source, raised, cleared, reworded));
        }
    }

    @Override
    public List<Alarm> latest(boolean standing, @Nullable Long before, int limit) {
        return database.read(connection -> new AlarmTable(connection).latest(standing, before, limit));
    }

    @Override
    public long unnoticed() {
        return database.read(connection -> {
            String sql = "SELECT count(*) FROM alarm WHERE cleared_at IS NULL AND acknowledged_at IS NULL";
            try (var count = connection.prepareStatement(sql);
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Optional<Alarm> acknowledge(long id, String by) {
        return database.change(connection -> {
            String sql = "UPDATE alarm SET acknowledged_by = ?, acknowledged_at = ?"
                    + " WHERE id = ? AND acknowledged_by IS NULL";
            try (var update = connection.prepareStatement(sql)) {
                update.setString(1, by);
                set(update, 2, now());
                update.setLong(3, id);
                update.executeUpdate();
            }
            return new AlarmTable(connection).find(id);
        });
    }

    private boolean write(
            Connection connection, String source, List<Trouble> raised, List<Alarm> cleared, List<Alarm> reworded)
            throws SQLException {
        var table = new AlarmTable(connection);
        table.raise(source, raised, now());
        table.clear(cleared, now());
        table.reword(reworded);
        return true;
    }

    private static Stream<Alarm> reworded(Alarm alarm, @Nullable Trouble now) {
        return now == null || now.detail().equals(alarm.detail())
                ? Stream.of()
                : Stream.of(alarm.reworded(now.detail()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
