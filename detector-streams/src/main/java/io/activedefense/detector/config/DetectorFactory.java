// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.detector.topology.DetectorMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.util.Map;

/** Wires the detector. */
@Factory
final class DetectorFactory {
    @Singleton
    DetectorMeters detectorMeters(MeterRegistry registry) {
        return new DetectorMeters(registry);
    }

    @Context
    @Bean(preDestroy = "close")
    DetectorRunner detectorRunner(
            @Property(name = "active-defense.kafka")
                    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> kafka,
            @Property(name = "active-defense.topics.partitions", defaultValue = "12") int partitions,
            @Property(name = "active-defense.topics.replication-factor", defaultValue = "3") short replicationFactor,
            DetectorConfig config,
            DetectorMeters meters) {
        var runner = new DetectorRunner(
                new KafkaConnection(kafka), new TopicLayout(partitions, replicationFactor), config, meters);
        runner.start();
        return runner;
    }
}
