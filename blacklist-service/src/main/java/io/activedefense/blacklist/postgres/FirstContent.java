// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a fresh database begins with.
 *
 * @param settings the first version
 * @param adminPasswordHash of the first user; only asked for where there are no users
 */
public record FirstContent(DefenseSettings settings, Supplier<String> adminPasswordHash) {
    /** Puts in what is missing. */
    Database.Look at(Clock clock) {
        return connection -> {
            PostgresSettingsStore.first(settings, clock).on(connection);
            PostgresPeople.first(adminPasswordHash, clock).on(connection);
        };
    }
}
