// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.alarm.AlarmWatch;
import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.alarm.BurstTroubles;
import io.activedefense.blacklist.alarm.DeadLetterTroubles;
import io.activedefense.blacklist.alarm.DeviceTroubles;
import io.activedefense.blacklist.alarm.DiskTroubles;
import io.activedefense.blacklist.alarm.PipelineTroubles;
import io.activedefense.blacklist.alarm.Troubles;
import io.activedefense.blacklist.entry.Bursts;
import io.activedefense.blacklist.loop.KeepsTheList;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.status.ServiceStatus;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The alarms, and who looks for what they tell. A part joins by being a bean of {@link Troubles}. */
@Factory
@Requires(beans = Persistence.class)
final class AlarmsFactory {
    @Singleton
    Alarms alarms(Persistence persistence) {
        return persistence.alarms();
    }

    @Singleton
    DeviceTroubles deviceTroubles(ServiceStatus status) {
        return new DeviceTroubles(status);
    }

    @Singleton
    BurstTroubles burstTroubles(Bursts bursts) {
        return new BurstTroubles(bursts);
    }

    @Singleton
    DeadLetterTroubles deadLetterTroubles(ServiceStatus status) {
        return new DeadLetterTroubles(status, Clock.systemUTC());
    }

    @Singleton
    PipelineTroubles pipelineTroubles(ServiceStatus status) {
        return new PipelineTroubles(status, Clock.systemUTC());
    }

    @Singleton
    DiskTroubles diskTroubles(
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory) {
        return new DiskTroubles(DiskTroubles.of(stateDirectory));
    }

    @Context
    @KeepsTheList
    @Named("alarms")
    LoopRunner alarmRunner(List<Troubles> parts, Alarms alarms, Persistence persistence, Threads threads) {
        var watch = new AlarmWatch(parts, alarms, persistence.alarmLeadership());
        var runner = new LoopRunner("blacklist-alarms", watch, Clock.systemUTC());
        threads.endBy(runner::close);
        runner.start();
        return runner;
    }
}
