// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.config;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bridge reads, and where it keeps how far it is.
 *
 * @param folders their {@code *.log} files are followed, and no other file is ever opened; one may be missing for a while
 * @param stateDirectory for the checkpoint; made if it is missing, and used by one bridge at a time
 * @param instance names this bridge among others in {@code bridge-status}
 * @param removeRotatedAfter how long after its rotation a file is removed of which Kafka has every line; absent: never
 */
@Context
@ConfigurationProperties(BridgeConfig.PREFIX)
public record BridgeConfig(
        @Bindable(defaultValue = "/var/log/Firewall") List<Path> folders,

        @Bindable(defaultValue = "/var/lib/active-defense/ingest-bridge")
        Path stateDirectory,

        @Bindable(defaultValue = "bridge") String instance,

        @Nullable Duration removeRotatedAfter) {
    public static final String PREFIX = "active-defense.ingest-bridge";

    /** So long rotation and rsyslog may take to settle. */
    private static final Duration SOONEST_REMOVAL = Duration.ofMinutes(5);

    /** A week after its rotation the bridge begins to forget a file. */
    private static final Duration LATEST_REMOVAL = Duration.ofDays(6);

    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public BridgeConfig {
        folders = folders.stream().map(BridgeConfig::absolute).distinct().toList();
        if (folders.isEmpty()) {
            throw new InvalidSettingException(PREFIX + ".folders", "[]", "one path or more");
        }
        if (!INSTANCE.matcher(instance).matches()) {
            throw new InvalidSettingException(
                    PREFIX + ".instance", instance, "1 to 64 letters, digits, dots, underscores or hyphens");
        }
        acceptedRemoval(PREFIX + ".remove-rotated-after", removeRotatedAfter);
    }

    /** That very time, if it is accepted.
     *
     * @param setting that names it
     */
    public static @Nullable Duration acceptedRemoval(String setting, @Nullable Duration after) {
        if (after != null && (after.compareTo(SOONEST_REMOVAL) < 0 || after.compareTo(LATEST_REMOVAL) > 0)) {
            throw new InvalidSettingException(
                    setting,
                    after,
                    "from " + SOONEST_REMOVAL + " to " + LATEST_REMOVAL + ", or left out: then nothing is removed");
        }
        return after;
    }

    private static Path absolute(Path folder) {
        if (folder.toString().isBlank()) {
            throw new InvalidSettingException(PREFIX + ".folders", "''", "one path or more");
        }
        return folder.toAbsolutePath().normalize();
    }
}
