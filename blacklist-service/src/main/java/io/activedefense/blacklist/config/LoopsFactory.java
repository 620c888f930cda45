// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.config.ArchiveFactory.Archivers;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LocatingIntake;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.loop.CommitSignal;
import io.activedefense.blacklist.loop.KeepsTheList;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.activedefense.blacklist.watch.ThreadsIndicator;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicLayout;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What the service does by itself: reading, publishing, releasing, watching. */
@Factory
@Requires(beans = Persistence.class)
final class LoopsFactory {
    /** Asks for the database only so that its threads end before it does. */
    @Context
    @Bean(preDestroy = "close")
    Threads threads(Persistence persistence) {
        return new Threads();
    }

    @Context
    @KeepsTheList
    Loops loops(
            Threads threads,
            Persistence persistence,
            Intake intake,
            Countries countries,
            Devices devices,
            CommitSignal commits,
            MeterRegistry registry,
            @Nullable Archivers archivers,
            @Property(name = "active-defense.kafka")
                    @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> kafkaProperties,
            @Property(name = "active-defense.topics.partitions", defaultValue = "12") int partitions,
            @Property(name = "active-defense.topics.replication-factor", defaultValue = "3") short replicas) {
        var kafka = new KafkaConnection(kafkaProperties);
        var topics = new RequiredTopics(kafka, new TopicLayout(partitions, replicas));
        var loops = new Loops(
                persistence,
                new LocatingIntake(intake, countries),
                devices,
                commits,
                new ServiceMeters(registry),
                kafka,
                topics,
                List.of(Archivers.watched(archivers)),
                Clock.systemUTC());
        threads.endBy(loops::close);
        return loops.started();
    }

    @Singleton
    @KeepsTheList
    ServiceStatus serviceStatus(Loops loops) {
        return loops.status();
    }

    @Singleton
    ThreadsIndicator threadsIndicator(
            @Nullable Loops loops,
            @Nullable Archivers archivers,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        var runners = new ArrayList<LoopRunner>();
        if (loops != null) {
            runners.addAll(loops.runners());
        }
        if (archivers != null) {
            runners.addAll(archivers.runners());
        }
        var indicator = new ThreadsIndicator(runners);
        // What a factory makes is not injected into, and without it every health answer is an error.
        indicator.setExecutorService(executor);
        return indicator;
    }
}
