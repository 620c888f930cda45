// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import io.activedefense.blacklist.audit.Actors;
import io.activedefense.blacklist.postgres.FirstContent;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.contracts.settings.DefenseSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.GenericArgument;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A fresh database on a real PostgreSQL, which the tests of this JVM share. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "test_" + NUMBER.incrementAndGet();
    private final ApplicationContext context;

    /** Started by the first test that needs it, ended with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made by the first test that needs it, gone with the server. */
    private static final class Shared {
        static final TestDatabase DATABASE = new TestDatabase();
    }

    /** One that tests share, each of which starts again on it: it is not to be closed. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    public TestDatabase() {
        execute(Server.POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name);
        context = ApplicationContext.run(Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", "postgres",
                "datasources.default.password", "postgres"));
    }

    /** Refuses new connections and ends all there are, as an outage would. */
    public void outage() {
        DataSource server = Server.POSTGRES.getPostgresDatabase();
        execute(server, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        execute(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    /** Ends the outage. */
    public void recovery() {
        execute(Server.POSTGRES.getPostgresDatabase(), "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    }

    public String url() {
        return Server.POSTGRES.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    /** The ports on this database, as a process of its own would have them. */
    public Persistence persistence(DefenseSettings first, Clock clock) {
        return persistence(first, () -> {}, clock);
    }

    public Persistence persistence(DefenseSettings first, Runnable committed, Clock clock) {
        return persistence(first, committed, Actors.NOBODY, clock);
    }

    public Persistence persistence(DefenseSettings first, Runnable committed, Actors actors, Clock clock) {
        var content = new FirstContent(first, () -> "the hash of no password");
        return new Persistence(dataSource(), transactions(), content, committed, actors, clock);
    }

    public DataSource dataSource() {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    }

    /** Makes all tables as they are before the first start, but for their shape. */
    public void startAgain() {
        execute("""
                DO $$
                DECLARE tables text;
                BEGIN
                    SELECT string_agg(quote_ident(tablename), ', ') INTO tables FROM pg_tables
                        WHERE schemaname = 'public' AND tablename NOT IN ('flyway_schema_history', 'list_version');
                    IF tables IS NOT NULL THEN
                        -- Else the audit log refuses: only a superuser may say this.
                        SET LOCAL session_replication_role = replica;
                        EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY';
                    END IF;
                END $$
                """);
    }

    /** Makes all tables as they were after the first start. */
    public void clear() {
        execute("TRUNCATE entry, detection, blacklist_event, outbox, consumed, alarm, review, burst");
    }

    public void execute(String sql) {
        execute(unpooled(), sql);
    }

    /** The first column of the first row. */
    public String ask(String sql) {
        try (Connection connection = unpooled().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        context.close();
        execute(Server.POSTGRES.getPostgresDatabase(), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Without the pool, in which connections wait that an outage has ended. */
    private DataSource unpooled() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    private TransactionOperations<Connection> transactions() {
        return context.getBean(new GenericArgument<TransactionOperations<Connection>>() {});
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
