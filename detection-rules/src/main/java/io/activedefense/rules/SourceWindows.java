// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.rules.window.Sightings;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules remember of one source: its sightings, and when each rule last fired for it. Not thread-safe.
 */
public final class SourceWindows {
    private final Sightings sightings;
    private Map<String, Long> crossings;

    /** A source that nothing is known of. */
    public SourceWindows() {
        this(new Sightings(), Map.of());
    }

    /**
     * A source as it was left.
     *
     * @param sightings its sightings
     * @param crossings by rule, event time of the latest crossing in milliseconds since 1970
     */
    public SourceWindows(Sightings sightings, Map<String, Long> crossings) {
        this.sightings = sightings;
        this.crossings = Map.copyOf(crossings);
    }

    public Sightings sightings() {
        return sightings;
    }

    /** By rule, event time of the latest crossing in milliseconds since 1970. */
    public Map<String, Long> crossings() {
        return crossings;
    }

    public boolean hasFired() {
        return !crossings.isEmpty();
    }

    /** Event time up to which the rule is silent for this source. */
    long silentUntil(String rule, long silenceMillis) {
        Long crossedAt = crossings.get(rule);
        return crossedAt == null ? Long.MIN_VALUE : crossedAt + silenceMillis;
    }

    void fired(String rule, long atMillis) {
        var next = new HashMap<>(crossings);
        next.merge(rule, atMillis, Math::max);
        crossings = Map.copyOf(next);
    }
}
