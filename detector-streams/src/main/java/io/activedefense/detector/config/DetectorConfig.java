// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the detector runs.
 *
 * <p>On a cluster of two or more, {@code standby-replicas} is 1 and {@code instance} is what the pod or container is called:
 * the state of an instance that is lost is warm on another, and one that is merely restarted finds its partitions where it
 * left them, without anybody moving state. An instance with a name is given {@link #sessionTimeout} to come back; one
 * without, as there is nothing to wait for, is missed sooner.
 *
 * @param threads stream threads, 1 to 64; more than there are partitions are idle
 * @param stateDirectory for Kafka Streams' own files
 * @param commitInterval how often progress is made durable when nothing was detected, 100 ms to 30 s
 * @param standbyReplicas copies of the state that other instances keep warm, 0 to 5; each costs their memory once more
 * @param instance stable name of this instance, by which it gets its partitions back after a restart; empty: none. No two
 *     instances may have the same: the later one takes the partitions, and the earlier one stops
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

    private static final Duration UNNAMED_MISSED_AFTER = Duration.ofSeconds(10);
    private static final Duration NAMED_MISSED_AFTER = Duration.ofSeconds(45);
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    public DetectorConfig {
        requireInRange("threads", threads, 1, 64);
        requireInRange("standby-replicas", standbyReplicas, 0, 5);
        if (commitInterval.toMillis() < 100 || commitInterval.toSeconds() > 30) {
            throw new InvalidSettingException(PREFIX + ".commit-interval", commitInterval, "in 100ms to 30s");
        }
        if (!INSTANCE.matcher(instance).matches()) {
            throw new InvalidSettingException(
                    PREFIX + ".instance", instance, "at most 64 letters, digits, dots, underscores or hyphens");
        }
    }

    /** How long it may be silent before others take its partitions: a named one for as long as a restart takes. */
    Duration sessionTimeout() {
        return instance.isEmpty() ? UNNAMED_MISSED_AFTER : NAMED_MISSED_AFTER;
    }

    private static void requireInRange(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSettingException(PREFIX + "." + setting, value, "in " + least + " to " + most);
        }
    }
}
