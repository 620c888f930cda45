// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.archive.ArchiveKeeper;
import io.activedefense.blacklist.archive.ArchiveTroubles;
import io.activedefense.blacklist.archive.Disk;
import io.activedefense.blacklist.archive.Limits;
import io.activedefense.blacklist.consume.EventTail;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.record.LiveLines;
import io.activedefense.blacklist.record.RecordFigures;
import io.activedefense.blacklist.record.Records;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whoever may file or not: what is over goes, how much there is shows, and what was filed is found. */
@Factory
@Requires(beans = ArchivePersistence.class)
final class ArchiveKeepingFactory {
    private static final String PREFIX = "active-defense.blacklist-service.archive.";
    private static final int GIGABYTE_BITS = 30;

    @Singleton
    ArchiveKeeper archiveKeeper(
            ArchivePersistence persistence,
            SettingsStore settings,
            @Nullable @Property(name = PREFIX + "disk") Path disk,
            @Property(name = PREFIX + "kept-free-gigabytes", defaultValue = "5") int keptFree,
            @Nullable @Property(name = PREFIX + "most-gigabytes") Integer most) {
        var limits = new Limits((long) keptFree << GIGABYTE_BITS, most == null ? null : (long) most << GIGABYTE_BITS);
        return new ArchiveKeeper(
                persistence.days(),
                disk == null ? Disk.UNKNOWN : () -> free(disk),
                limits,
                settings,
                Clock.systemUTC());
    }

    @Context
    @Named("archive-keeper")
    LoopRunner archiveKeeperRunner(ArchiveKeeper keeper, Threads threads, MeterRegistry registry) {
        new ServiceMeters(registry).watch(keeper);
        var runner = new LoopRunner("blacklist-archive-keeper", keeper, Clock.systemUTC());
        threads.endBy(runner::close);
        runner.start();
        return runner;
    }

    @Singleton
    ArchiveTroubles archiveTroubles(ArchiveKeeper keeper) {
        return new ArchiveTroubles(keeper);
    }

    @Singleton
    Records records(
            ArchivePersistence persistence,
            @Property(name = PREFIX + "search-patience", defaultValue = "PT10S") Duration patience) {
        return persistence.records(patience);
    }

    @Singleton
    RecordFigures recordFigures(
            ArchivePersistence persistence,
            @Property(name = PREFIX + "search-patience", defaultValue = "PT10S") Duration patience) {
        return persistence.figures(patience);
    }

    @Singleton
    LiveLines liveLines(
            @Property(name = "active-defense.kafka")
                    @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> kafkaProperties) {
        return new EventTail(new KafkaConnection(kafkaProperties));
    }

    /** A folder that is not there, or not to be looked into, tells nothing. */
    private static OptionalLong free(Path disk) {
        File file = disk.toFile();
        return Files.isDirectory(disk) ? OptionalLong.of(file.getUsableSpace()) : OptionalLong.empty();
    }
}
