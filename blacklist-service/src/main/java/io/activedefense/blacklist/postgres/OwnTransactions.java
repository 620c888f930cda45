// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.postgres.Database.Work;
import io.activedefense.blacklist.record.Waiter;
import io.activedefense.blacklist.record.Waiter.Registration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Transactions on connections that the archive has for itself, so that neither filing nor a search takes one from what the
 * list needs. They take no lock of the service's other changes.
 */
final class OwnTransactions {
    /** PostgreSQL ended a statement that took too long. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;
    private final Runnable prepared;

    /**
     * Transactions.
     *
     * @param prepared brings the tables up to date, before each
     */
    OwnTransactions(DataSource dataSource, Runnable prepared) {
        this.dataSource = dataSource;
        this.prepared = prepared;
    }

    <T> T in(Work<T> work) {
        prepared.run();
        try (Connection connection = dataSource.getConnection()) {
            return done(connection, work);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /** Where a statement takes longer, it is ended. */
    <T> T within(Duration patience, Work<T> work) {
        return within(patience, Waiter.PATIENT, work);
    }

    /** Where a statement takes longer, or who waits for it has gone, it is ended. */
    <T> T within(Duration patience, Waiter waiter, Work<T> work) {
        if (waiter.hasGone()) {
            throw new TookTooLongException("who asked has gone", null);
        }
        return in(connection -> {
            limit(connection, "statement_timeout", patience);
            var running = new RunningWork(connection);
            Registration ending = waiter.whenGone(running::cancel);
            try {
                return work.on(connection);
            } finally {
                ending.close();
                running.over();
            }
        });
    }

    static void limit(Connection connection, String setting, Duration limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL " + setting + " = " + limit.toMillis());
        }
    }

    private static <T> T done(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean whole = false;
        try {
            T result = work.on(connection);
            connection.commit();
            whole = true;
            return result;
        } finally {
            if (!whole) {
                connection.rollback();
            }
        }
    }

    private static RuntimeException translated(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return CANCELLED.equals(e.getSQLState())
                ? new TookTooLongException(message, e)
                : new DatabaseException(message, e);
    }
}
