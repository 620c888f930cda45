// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.config;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the bridge reads, and where it keeps how far it is.
 *
 * @param folders their {@code *.log} files are followed, and no other file is ever opened; one may be missing for a while
 * @param stateDirectory for the checkpoint; made if it is missing, and used by one bridge at a time
 * @param instance names this bridge among others in {@code bridge-status}
 */
@Context
@ConfigurationProperties(BridgeConfig.PREFIX)
public record BridgeConfig(
        @Bindable(defaultValue = "/var/log/Firewall") List<Path> folders,

        @Bindable(defaultValue = "/var/lib/active-defense/ingest-bridge")
        Path stateDirectory,

        @Bindable(defaultValue = "bridge") String instance) {
    public static final String PREFIX = "active-defense.ingest-bridge";

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
    }

    private static Path absolute(Path folder) {
        if (folder.toString().isBlank()) {
            throw new InvalidSettingException(PREFIX + ".folders", "''", "one path or more");
        }
        return folder.toAbsolutePath().normalize();
    }
}
