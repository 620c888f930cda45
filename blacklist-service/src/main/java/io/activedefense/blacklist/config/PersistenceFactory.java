// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.audit.Actors;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.Bursts;
import io.activedefense.blacklist.entry.History;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.entry.Releases;
import io.activedefense.blacklist.loop.CommitSignal;
import io.activedefense.blacklist.people.InitialPassword;
import io.activedefense.blacklist.postgres.DeviceRows;
import io.activedefense.blacklist.postgres.FirstContent;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.blacklist.settings.SettingsStore;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ports, on PostgreSQL. */
@Factory
@Requires(property = "datasources.default.url")
final class PersistenceFactory {
    /**
     * Brings the tables up to date. Where the database is away that waits until it is there; where a newer version of
     * this product has used it, or the first settings are not accepted, there is no start.
     */
    @Context
    Persistence persistence(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            CommitSignal commits,
            InitialPassword initialPassword,
            Actors actors,
            @Nullable @Property(name = "active-defense.blacklist-service.first-settings") Path firstSettings) {
        var persistence = new Persistence(
                DelegatingDataSource.unwrapDataSource(dataSource),
                transactions,
                new FirstContent(FirstSettings.from(firstSettings), initialPassword::hash),
                commits,
                actors,
                Clock.systemUTC());
        persistence.prepare();
        return persistence;
    }

    @Singleton
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Singleton
    Blacklist blacklist(Persistence persistence) {
        return persistence.blacklist();
    }

    @Singleton
    ListedAddresses listedAddresses(Persistence persistence) {
        return persistence.listedAddresses();
    }

    @Singleton
    SettingsStore settingsStore(Persistence persistence) {
        return persistence.settings();
    }

    @Singleton
    Intake intake(Persistence persistence) {
        return persistence.intake();
    }

    @Singleton
    Bursts bursts(Persistence persistence) {
        return persistence.bursts();
    }

    @Singleton
    History history(Persistence persistence) {
        return persistence.history();
    }

    @Singleton
    ReviewQueue reviewQueue(Persistence persistence) {
        return persistence.review();
    }

    @Singleton
    Releases releases(Persistence persistence) {
        return persistence.releases();
    }

    @Singleton
    Devices devices(Persistence persistence, DeviceRows rows) {
        return persistence.devices(rows);
    }
}
