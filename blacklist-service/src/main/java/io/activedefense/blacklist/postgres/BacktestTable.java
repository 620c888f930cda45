// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.blacklist.postgres.Columns.instant;
import static io.activedefense.blacklist.postgres.Columns.instantOrNull;
import static io.activedefense.blacklist.postgres.Columns.set;
import static io.activedefense.blacklist.postgres.Columns.textOrNull;

import io.activedefense.blacklist.backtest.BacktestRun;
import io.activedefense.blacklist.backtest.Difference;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Difference.Listing;
import io.activedefense.blacklist.backtest.Found;
import io.activedefense.blacklist.backtest.Outcome;
import io.activedefense.blacklist.backtest.Question;
import io.activedefense.blacklist.backtest.Sessions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Backtests and what they found, as rows. */
final class BacktestTable {
    private static final String RUNS = """
            SELECT backtest.*, (
                SELECT jsonb_object_agg(change, of_it) FROM (
                    SELECT change, count(*) AS of_it FROM backtest_source WHERE backtest = id GROUP BY change
                ) AS by_change
            ) AS counts, (
                SELECT count(*) FROM backtest_source
                WHERE backtest = id AND change = 'ADDED' AND allowed_sessions > 0
            ) AS allowed
            FROM backtest
            """;

    private final Connection connection;

    BacktestTable(Connection connection) {
        this.connection = connection;
    }

    long add(Question question, String by, Instant now) throws SQLException {
        String sql = """
                INSERT INTO backtest (by, asked_at, from_time, to_time, held_against, under_test, state, progress,
                    records, told_at) VALUES (?, ?, ?, ?, ?, ?::jsonb, 'RUNNING', 0, 0, ?) RETURNING id
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, by);
            set(insert, 2, now);
            set(insert, 3, question.range().from());
            set(insert, 4, question.range().to());
            insert.setLong(5, question.inForce().version());
            insert.setString(6, Documents.write(question.underTest()));
            set(insert, 7, now);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void add(long id, List<Found> found) throws SQLException {
        String sql = """
                INSERT INTO backtest_source (backtest, position, source, change, was_at, was_rules, would_at,
                    would_rules, allowed_sessions, country) VALUES (?, ?, ?::cidr, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int position = 0; position < found.size(); position++) {
                insert.setLong(1, id);
                insert.setInt(2, position);
                bind(insert, found.get(position));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets all but the latest. */
    void keep(int most) throws SQLException {
        String sql = "DELETE FROM backtest WHERE id NOT IN (SELECT id FROM backtest ORDER BY id DESC LIMIT ?)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, most);
            delete.executeUpdate();
        }
    }

    List<BacktestRun> latest(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RUNS + "ORDER BY id DESC LIMIT ?")) {
            select.setInt(1, most);
            return runs(select);
        }
    }

    Optional<BacktestRun> find(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RUNS + "WHERE id = ?")) {
            select.setLong(1, id);
            return runs(select).stream().findFirst();
        }
    }

    List<Outcome> outcomes(long id, Set<Change> changes, @Nullable String text, int after, int most)
            throws SQLException {
        String sql = """
                SELECT backtest_source.*, EXISTS (
                    SELECT FROM entry WHERE standing = 'LISTED' AND entry.address >>= source
                ) AS listed_now
                FROM backtest_source
                WHERE backtest = ? AND (cardinality(?::text[]) = 0 OR change = ANY (?)) AND position(? IN text(source)) > 0
                ORDER BY backtest_source.position OFFSET ? LIMIT ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Array wanted = Columns.texts(connection, changes);
            select.setLong(1, id);
            select.setArray(2, wanted);
            select.setArray(3, wanted);
            select.setString(4, text == null ? "" : text);
            select.setInt(5, after);
            select.setInt(6, most);
            try (ResultSet row = select.executeQuery()) {
                var outcomes = new ArrayList<Outcome>();
                while (row.next()) {
                    outcomes.add(outcome(row));
                }
                return outcomes;
            }
        }
    }

    private void bind(PreparedStatement insert, Found found) throws SQLException {
        Difference difference = found.difference();
        insert.setString(3, difference.source().toString());
        insert.setString(4, difference.change().name());
        bind(insert, 5, difference.was());
        bind(insert, 7, difference.would());
        insert.setLong(9, found.sessions().allowed());
        set(insert, 10, found.sessions().country());
    }

    private void bind(PreparedStatement insert, int index, @Nullable Listing listing) throws SQLException {
        set(insert, index, listing == null ? null : listing.at());
        insert.setArray(index + 1, listing == null ? null : Columns.texts(connection, listing.rules()));
    }

    private static List<BacktestRun> runs(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            var runs = new ArrayList<BacktestRun>();
            while (row.next()) {
                runs.add(run(row));
            }
            return runs;
        }
    }

    private static BacktestRun run(ResultSet row) throws SQLException {
        return new BacktestRun(
                row.getLong("id"),
                row.getString("by"),
                instant(row, "asked_at"),
                instant(row, "from_time"),
                instant(row, "to_time"),
                row.getLong("held_against"),
                Documents.settings(row.getString("under_test")),
                BacktestRun.State.valueOf(row.getString("state")),
                row.getDouble("progress"),
                row.getLong("records"),
                instant(row, "told_at"),
                textOrNull(row, "failure"),
                counts(textOrNull(row, "counts")),
                row.getInt("allowed"));
    }

    private static Map<Change, Integer> counts(@Nullable String json) {
        var counts = new EnumMap<Change, Integer>(Change.class);
        if (json != null) {
            Documents.tree(json)
                    .properties()
                    .forEach(count -> counts.put(
                            Change.valueOf(count.getKey()), count.getValue().intValue()));
        }
        return counts;
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        var difference = new Difference(Columns.cidr(row, "source"), listing(row, "was"), listing(row, "would"));
        var sessions = new Sessions(row.getLong("allowed_sessions"), textOrNull(row, "country"));
        return new Outcome(new Found(difference, sessions), row.getBoolean("listed_now"));
    }

    private static @Nullable Listing listing(ResultSet row, String which) throws SQLException {
        Instant at = instantOrNull(row, which + "_at");
        return at == null ? null : new Listing(at, List.copyOf(Columns.texts(row, which + "_rules")));
    }
}
