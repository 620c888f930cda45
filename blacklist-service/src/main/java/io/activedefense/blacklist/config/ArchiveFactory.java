// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.archive.ArchiveKeeper;
import io.activedefense.blacklist.consume.EventArchiver;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.activedefense.blacklist.watch.WatchedConsumer;
import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who files what firewalls log: a role that an instance may have or not, and that instances share. */
@Factory
@Requires(beans = ArchivePersistence.class)
@Requires(property = "active-defense.blacklist-service.archive.enabled", notEquals = "false")
final class ArchiveFactory {
    private static final String THREADS = "active-defense.blacklist-service.archive.threads";

    /** Each has a connection of the archive's pool, and searches need some too. */
    private static final int MOST_THREADS = 4;

    static final String GROUP = ConsumerGroups.BLACKLIST_SERVICE + ".archive";

    /** Threads that file; each has a part of the partitions. */
    record Archivers(List<LoopRunner> runners) {
        /** How far they are shows with the others that read topics, also where other instances have them all. */
        static WatchedConsumer watched(@Nullable Archivers archivers) {
            return new WatchedConsumer(
                    Topics.FIREWALL_EVENTS, GROUP, archivers == null ? List.of() : archivers.runners());
        }
    }

    @Context
    Archivers archivers(
            ArchivePersistence persistence,
            ArchiveKeeper keeper,
            LineCountries countries,
            Threads threads,
            MeterRegistry registry,
            @Property(name = THREADS, defaultValue = "2") int count,
            @Property(name = "active-defense.kafka")
                    @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> kafkaProperties,
            @Property(name = "active-defense.topics.partitions", defaultValue = "12") int partitions,
            @Property(name = "active-defense.topics.replication-factor", defaultValue = "3") short replicas) {
        if (count < 1 || count > MOST_THREADS) {
            throw new IllegalArgumentException(THREADS + ": " + count + " is not in 1 to " + MOST_THREADS);
        }
        var kafka = new KafkaConnection(kafkaProperties);
        var topics = new RequiredTopics(kafka, new TopicLayout(partitions, replicas));
        var meters = new ServiceMeters(registry);
        List<LoopRunner> runners = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new LoopRunner(
                        "blacklist-archiver-" + number,
                        new EventArchiver(
                                GROUP,
                                kafka,
                                topics,
                                persistence.archive(countries),
                                keeper::hasRoom,
                                meters.poisoned(Topics.FIREWALL_EVENTS)),
                        Clock.systemUTC()))
                .toList();
        runners.forEach(runner -> threads.endBy(runner::close));
        runners.forEach(LoopRunner::start);
        return new Archivers(runners);
    }
}
