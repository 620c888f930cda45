// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * The tables and their first content. Brought up to date before the first use, which may be long after the start if the
 * database is away.
 */
final class Schema {
    private static final String MIGRATIONS = "classpath:io/activedefense/blacklist/migration";

    private final DataSource dataSource;
    private final Database.Look firstContent;
    private final ReentrantLock attempt = new ReentrantLock();
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable DatabaseException failure;
    private volatile boolean ready;

    /**
     * A schema.
     *
     * @param firstContent is done in a transaction after every migration, and does nothing where it was done
     */
    Schema(DataSource dataSource, Database.Look firstContent) {
        this.dataSource = dataSource;
        this.firstContent = firstContent;
    }

    /**
     * Brings the tables up to date, unless that was done.
     *
     * @throws NewerSchemaException if a newer version of this product has changed them
     * @throws DatabaseException if the database can't be reached
     */
    void ensure() {
        if (!ready) {
            migrateOnce(failures.get());
        }
    }

    private void migrateOnce(int failuresBefore) {
        try {
            attempt.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("whoever waited for the tables was interrupted", e);
        }
        try {
            migrateUnlessDone(failuresBefore);
        } finally {
            attempt.unlock();
        }
    }

    /** Who has waited for the attempt of another shares its failure: else all would wait for the database in turn. */
    private void migrateUnlessDone(int failuresBefore) {
        if (ready) {
            return;
        }
        DatabaseException latest = failure;
        if (latest != null && failures.get() > failuresBefore) {
            throw new DatabaseException(String.valueOf(latest.getMessage()), latest);
        }
        try {
            migrate();
            fill();
            ready = true;
        } catch (FlywayException | SQLException e) {
            failure = new DatabaseException("the tables can't be brought up to date: " + firstLine(e), e);
            failures.incrementAndGet();
            throw failure;
        }
    }

    private void migrate() {
        var flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(MIGRATIONS)
                .connectRetries(0)
                .load();
        newest(flyway.info().all()).ifPresent(version -> {
            throw new NewerSchemaException(version);
        });
        flyway.migrate();
    }

    private void fill() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Database.lock(connection);
            firstContent.on(connection);
            connection.commit();
        }
    }

    private static Optional<String> newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .map(migration -> String.valueOf(migration.getVersion()))
                .reduce((first, last) -> last);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
