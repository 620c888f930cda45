// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.backtest.ArchivedPast;
import io.activedefense.contracts.settings.DefenseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a backtest needs, for whoever has the database's password: it only reads. */
public final class BacktestAccess {
    private final DataSource dataSource;

    public BacktestAccess(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        this.dataSource = source;
    }

    /**
     * The settings in force.
     *
     * @throws DatabaseException if the database can't be reached, or was never used by this product
     */
    public DefenseSettings inForce() {
        try (Connection connection = dataSource.getConnection()) {
            return new SettingsTable(connection).latest(1).getFirst().settings();
        } catch (SQLException e) {
            throw new DatabaseException("the settings can't be read: " + e.getMessage(), e);
        }
    }

    public ArchivedPast past() {
        return new PostgresArchivedPast(new OwnTransactions(dataSource, () -> {}));
    }
}
