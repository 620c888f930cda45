// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.env.Environment;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a setting that doesn't exist: most likely one that does is misspelt, and would silently not be followed. */
public final class KnownSettings {
    private KnownSettings() {}

    /**
     * Looks at what stands below a prefix.
     *
     * @throws InvalidSettingException naming the first that is not known
     */
    public static void require(Environment environment, String prefix, Set<String> known) {
        for (String setting : environment.getPropertyEntries(prefix)) {
            if (!known.contains(setting)) {
                throw new InvalidSettingException(
                        prefix, "'" + setting + "'", "one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }
}
