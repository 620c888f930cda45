// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided about a firewall.
 *
 * @param name as its log file is named, without {@code .log}
 * @param enabled whether its lines are read
 * @param timeZone of the times in its lines; absent: the bridge host's
 */
public record Device(String name, boolean enabled, @Nullable ZoneId timeZone) {
    public Device {
        requireNonNull(name, "name");
    }
}
