// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the detector runs.
 *
 * @param threads stream threads, 1 to 64
 * @param stateDirectory for Kafka Streams' own files
 * @param commitInterval how often progress is made durable when nothing was detected, 100 ms to 30 s
 * @param standbyReplicas copies of the state that other instances keep warm, 0 to 5
 * @param instance stable name of this instance, by which it gets its partitions back after a restart; empty: none
 */
@Context
@ConfigurationProperties(DetectorConfig.PREFIX)
public record DetectorConfig(
        @Bindable(defaultValue = "1") int threads,

        @Bindable(defaultValue = "/var/lib/active-defense/detector-streams")
        Path stateDirectory,

        @Bindable(defaultValue = "1s") Duration commitInterval,
        @Bindable(defaultValue = "0") int standbyReplicas,
        @Bindable(defaultValue = "") String instance) {
    static final String PREFIX = "active-defense.detector-streams";

    public DetectorConfig {
        requireInRange("threads", threads, 1, 64);
        requireInRange("standby-replicas", standbyReplicas, 0, 5);
        if (commitInterval.toMillis() < 100 || commitInterval.toSeconds() > 30) {
            throw new InvalidSettingException(PREFIX + ".commit-interval", commitInterval, "in 100ms to 30s");
        }
    }

    private static void requireInRange(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSettingException(PREFIX + "." + setting, value, "in " + least + " to " + most);
        }
    }
}
