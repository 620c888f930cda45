// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.config;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.util.Set;
import java.util.TreeSet;

/** Refuses to start with a setting that doesn't exist: most likely one that does is misspelt. */
@Context
final class KnownSettings {
    private static final Set<String> BRIDGE =
            new TreeSet<>(Set.of("enabled", "folders", "instance", "remove-rotated-after", "state-directory"));

    KnownSettings(Environment environment) {
        for (String setting : environment.getPropertyEntries(BridgeConfig.PREFIX)) {
            if (!BRIDGE.contains(setting)) {
                throw new InvalidSettingException(
                        BridgeConfig.PREFIX, "'" + setting + "'", "one of " + String.join(", ", BRIDGE));
            }
        }
    }
}
