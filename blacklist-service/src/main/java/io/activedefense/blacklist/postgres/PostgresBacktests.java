// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.backtest.BacktestRun;
import io.activedefense.blacklist.backtest.Backtests;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Found;
import io.activedefense.blacklist.backtest.Outcome;
import io.activedefense.blacklist.backtest.Question;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Backtests in their tables. Who begins one locks the table, so that two never begin at once. */
final class PostgresBacktests implements Backtests {
    private final Database database;

    PostgresBacktests(Database database) {
        this.database = database;
    }

    @Override
    public Optional<BacktestRun> begin(Question question, String by, Instant now) {
        return database.change(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("LOCK TABLE backtest IN EXCLUSIVE MODE")) {
                lock.execute();
            }
            var table = new BacktestTable(connection);
            boolean another =
                    table.latest(KEPT).stream().anyMatch(run -> run.at(now).state() == BacktestRun.State.RUNNING);
            if (another) {
                return Optional.empty();
            }
            long id = table.add(question, by, now);
            table.keep(KEPT);
            return table.find(id);
        });
    }

    @Override
    public boolean tell(long id, double progress, long records, Instant now) {
        return database.change(connection -> tell(connection, id, progress, records, now));
    }

    @Override
    public void finish(long id, List<Found> found, long records, Instant now) {
        database.change(connection -> {
            if (tell(connection, id, 1, records, now)) {
                new BacktestTable(connection).add(id, found);
                return end(connection, id, BacktestRun.State.DONE, null, now);
            }
            return false;
        });
    }

    @Override
    public void fail(long id, String why, Instant now) {
        database.change(connection -> end(connection, id, BacktestRun.State.FAILED, why, now));
    }

    @Override
    public boolean cancel(long id, Instant now) {
        return database.change(connection -> end(connection, id, BacktestRun.State.CANCELLED, null, now));
    }

    @Override
    public List<BacktestRun> latest() {
        return database.read(connection -> new BacktestTable(connection).latest(KEPT));
    }

    @Override
    public Optional<BacktestRun> find(long id) {
        return database.read(connection -> new BacktestTable(connection).find(id));
    }

    @Override
    public List<Outcome> outcomes(long id, Set<Change> changes, @Nullable String text, int after, int most) {
        return database.read(connection -> new BacktestTable(connection).outcomes(id, changes, text, after, most));
    }

    private static boolean tell(Connection connection, long id, double progress, long records, Instant now)
            throws SQLException {
        String sql = "UPDATE backtest SET progress = ?, records = ?, told_at = ? WHERE id = ? AND state = 'RUNNING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setDouble(1, progress);
            update.setLong(2, records);
            Columns.set(update, 3, now);
            update.setLong(4, id);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean end(
            Connection connection, long id, BacktestRun.State state, @Nullable String why, Instant now)
            throws SQLException {
        String sql = "UPDATE backtest SET state = ?, failure = ?, told_at = ? WHERE id = ? AND state = 'RUNNING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            Columns.set(update, 2, why);
            Columns.set(update, 3, now);
            update.setLong(4, id);
            return update.executeUpdate() == 1;
        }
    }
}
