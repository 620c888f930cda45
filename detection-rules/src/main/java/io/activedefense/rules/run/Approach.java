// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.settings.RuleMode;
import org.jspecify.annotations.Nullable;

/**
 * How near a rule came to firing for one source.
 *
 * @param rule by name
 * @param mode of the rule
 * @param counted events of the source that the rule looked at; 0 where it is off
 * @param needed so many distinct values in one window would have made it fire; 1 where a single event does
 * @param windowMillis how far apart these may lie; 0 where a single event is enough
 * @param closest where it came nearest; absent where it looked at nothing
 */
public record Approach(
        String rule,
        RuleMode mode,
        long counted,
        int needed,
        long windowMillis,
        @Nullable Closest closest) {

    /**
     * The window with the most distinct values.
     *
     * @param distinct how many
     * @param at the host whose ports, or the port at whose hosts, were counted; empty where nothing is counted
     * @param fromMillis event time of its first sighting that counts, in milliseconds since 1970
     * @param toMillis event time of its last one
     */
    public record Closest(int distinct, String at, long fromMillis, long toMillis) {}

    /** How many more distinct values it would have taken. */
    public int missing() {
        return Math.max(0, needed - (closest == null ? 0 : closest.distinct()));
    }
}
