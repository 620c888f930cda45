// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.audit.Actor;
import io.activedefense.blacklist.audit.Actors;
import io.activedefense.blacklist.entry.UnacceptableRecordException;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Transactions on the service's database.
 *
 * <p>Changes come one after the other: every writing transaction first takes one lock. So an entry's changes and the
 * messages that tell of them have one order, the list's version grows in the order of commits, and no two transactions
 * can wait for each other's rows. A batch takes some tens of milliseconds, so nobody waits long.
 */
final class Database {
    private static final long WRITER_LOCK = 0x6164_7772_6974_6572L;

    private final TransactionOperations<Connection> transactions;
    private final Schema schema;
    private final Runnable committed;
    private final Actors actors;
    private final InstantSource clock;

    /**
     * A database.
     *
     * @param committed is told after every change
     * @param actors tells for whom changes are made
     */
    Database(
            TransactionOperations<Connection> transactions,
            Schema schema,
            Runnable committed,
            Actors actors,
            InstantSource clock) {
        this.transactions = transactions;
        this.schema = schema;
        this.committed = committed;
        this.actors = actors;
        this.clock = clock;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What is read in one transaction, and told on the way. */
    @FunctionalInterface
    interface Look {
        void on(Connection connection) throws SQLException;
    }

    <T> T read(Work<T> work) {
        schema.ensure();
        return reached(() -> transactions.executeRead(status -> done(work, status.getConnection())));
    }

    <T> T write(Work<T> work) {
        schema.ensure();
        T result = reached(() -> transactions.executeWrite(status -> done(
                connection -> {
                    lock(connection);
                    nameActor(connection);
                    return work.on(connection);
                },
                status.getConnection())));
        committed.run();
        return result;
    }

    /** Reads for the effect. */
    void look(Look work) {
        read(connection -> {
            work.on(connection);
            return true;
        });
    }

    /** A change that nothing else depends on: it takes no lock and tells nobody. */
    <T> T change(Work<T> work) {
        schema.ensure();
        return reached(() -> transactions.executeWrite(status -> done(
                connection -> {
                    nameActor(connection);
                    return work.on(connection);
                },
                status.getConnection())));
    }

    /** Waits until no other change is under way; held until the end of the transaction. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            statement.setLong(1, WRITER_LOCK);
            statement.execute();
        }
    }

    private void nameActor(Connection connection) throws SQLException {
        Optional<Actor> actor = actors.now();
        if (actor.isPresent()) {
            new AuditTable(connection).begin(actor.get(), clock.instant());
        }
    }

    private static <T> T done(Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /** However it is that the database is away, it is told in one way. */
    private static <T> T reached(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (CannotGetJdbcConnectionException | ConnectionException | TransactionException e) {
            throw new DatabaseException(String.valueOf(e.getMessage()), e);
        }
    }

    /** SQLSTATE class 22 is "data exception": a value that the database can't hold. */
    private static RuntimeException translated(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("22")
                ? new UnacceptableRecordException("PostgreSQL can't hold a value: " + firstLine(e), e)
                : new DatabaseException(firstLine(e), e);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
