// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.archive;

import io.activedefense.blacklist.audit.Actors;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.postgres.FirstContent;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.database.Postgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.GenericArgument;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The product's own PostgreSQL in a folder, as durable as there, with the product's tables. */
final class ArchiveDatabase implements AutoCloseable {
    private final DataFolder data;
    private final Postgres postgres;
    private final ProcessHandle server;
    private final ApplicationContext context;
    private final DataSource connections;

    private ArchiveDatabase(DataFolder data, Postgres postgres, ProcessHandle server) {
        this.data = data;
        this.server = server;
        this.postgres = postgres;
        this.context = ApplicationContext.run(Map.of(
                "datasources.default.url", postgres.url(),
                "datasources.default.username", postgres.user(),
                "datasources.default.password", postgres.password().value(),
                "datasources.default.data-source-properties.socketTimeout", "0"));
        this.connections = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    }

    static ArchiveDatabase in(Path folder) throws IOException, InterruptedException {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        Postgres postgres = Postgres.of(data, Ports.rememberedIn(folder.resolve("ports")));
        return new ArchiveDatabase(data, postgres, postgres.start());
    }

    ArchivePersistence archive(Clock clock) {
        var persistence = new Persistence(
                connections,
                context.getBean(new GenericArgument<TransactionOperations<Connection>>() {}),
                new FirstContent(DefenseSettings.DEFAULTS, () -> "the hash of no password"),
                () -> {},
                Actors.NOBODY,
                clock);
        persistence.prepare();
        return persistence.archive(connections);
    }

    /** Of all its processes that there are. */
    Duration cpuTime() {
        return Stream.concat(Stream.of(server), server.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What autovacuum does within minutes. */
    void analyze() throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) log_record");
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        postgres.stop();
        data.close();
    }
}
