// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.postgres.Persistence;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The archive's ports, on a pool of their own: whatever is filed or searched takes no connection from the list. */
@Factory
@Requires(beans = Persistence.class)
final class ArchivePersistenceFactory {
    /** One files, one keeps order, the others search. */
    private static final int CONNECTIONS = 8;

    /** Closed behind whoever uses it. */
    @Singleton
    @Bean(preDestroy = "close")
    ArchivePool archivePool(DatasourceConfiguration main) {
        var settings = new HikariConfig();
        main.copyStateTo(settings);
        settings.setPoolName("archive");
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setInitializationFailTimeout(-1);
        return new ArchivePool(new HikariDataSource(settings));
    }

    @Singleton
    ArchivePersistence archivePersistence(Persistence persistence, ArchivePool pool) {
        return persistence.archive(pool.connections());
    }

    /** Not a data source to Micronaut, which would take it for one more database. */
    record ArchivePool(HikariDataSource connections) implements AutoCloseable {
        @Override
        public void close() {
            connections.close();
        }
    }
}
