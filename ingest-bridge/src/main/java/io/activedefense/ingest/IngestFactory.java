// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.settings.LineFormat;
import io.activedefense.ingest.checkpoint.StateDirectory;
import io.activedefense.ingest.config.BridgeConfig;
import io.activedefense.ingest.config.TopicsConfig;
import io.activedefense.ingest.decision.DecisionFeed;
import io.activedefense.ingest.decision.DecisionTopics;
import io.activedefense.ingest.device.DeviceFormats;
import io.activedefense.ingest.device.Devices;
import io.activedefense.ingest.publish.KafkaProducers;
import io.activedefense.ingest.publish.Publisher;
import io.activedefense.ingest.publish.StatusReport;
import io.activedefense.ingest.tail.FollowedFolders;
import io.activedefense.ingest.tail.Follower;
import io.activedefense.ingest.tail.KernelHints;
import io.activedefense.ingest.telemetry.BridgeMetrics;
import io.activedefense.ingest.telemetry.BridgeTelemetry;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormat;
import io.activedefense.logformat.LogFormats;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the bridge together and starts it with the context. */
@Factory
final class IngestFactory {
    @Context
    @Bean(preDestroy = "close")
    StateDirectory stateDirectory(BridgeConfig config) throws IOException {
        return StateDirectory.take(config.stateDirectory());
    }

    @Context
    @Bean(preDestroy = "close")
    IngestLoop ingestLoop(
            BridgeConfig config,
            TopicsConfig topics,
            StateDirectory state,
            @Property(name = "active-defense.kafka")
                    @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> kafka,
            MeterRegistry registry)
            throws IOException {
        var clock = Clock.systemUTC();
        var metrics = new BridgeMetrics(registry);
        var telemetry = new BridgeTelemetry(metrics);
        var connection = new KafkaConnection(kafka);
        var devices = new Devices(
                EverRead.devices(state.checkpointFile().read()),
                new DeviceFormats(IngestFactory::format, ZoneId.systemDefault()),
                new LastWritten(),
                clock);
        var feed = new DecisionFeed(new DecisionTopics(connection, topics.layout()), devices::decided);
        var publisher = new Publisher(
                new KafkaProducers(connection, topics.layout()),
                task -> Thread.ofVirtual().name("ingest-bridge-connect").start(task),
                devices,
                telemetry,
                clock,
                System::nanoTime);
        var follower = new Follower(
                new FollowedFolders(config.folders(), config.removeRotatedAfter()),
                state.checkpointFile(),
                KernelHints.orNone(config.stateDirectory()),
                publisher,
                telemetry,
                clock,
                System::nanoTime);
        var statusReport = new StatusReport(config.instance(), publisher, telemetry, clock, System::nanoTime);
        var loop = new IngestLoop(follower, publisher, statusReport, devices, feed, metrics);
        loop.start();
        return loop;
    }

    private static LogFormat format(ZoneId zone, @Nullable LineFormat format) {
        var times = EventTimes.of(zone);
        return format == null ? LogFormats.recognised(times) : LogFormats.named(format.label(), times);
    }
}
