// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.rules.window.Sightings;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules remember of one source: its sightings, and when each rule last fired for it. Not thread-safe.
 */
public final class SourceWindows {
    /** Behind the rule's id, for crossings that were in doubt. */
    private static final String HELD = " held";

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
     * @param crossings by rule, those in doubt apart, event time of the latest crossing in milliseconds since 1970
     */
    public SourceWindows(Sightings sightings, Map<String, Long> crossings) {
        this.sightings = sightings;
        this.crossings = Map.copyOf(crossings);
    }

    public Sightings sightings() {
        return sightings;
    }

    /** By rule, those in doubt apart, event time of the latest crossing in milliseconds since 1970. */
    public Map<String, Long> crossings() {
        return crossings;
    }

    public boolean hasFired() {
        return !crossings.isEmpty();
    }

    /** Event times up to which the rule is silent for this source, being silent for so long after a crossing. */
    Silence silence(String rule, long silenceMillis) {
        return crossings.isEmpty()
                ? Silence.NONE
                : new Silence(silentUntil(rule, silenceMillis), silentUntil(rule + HELD, silenceMillis));
    }

    private long silentUntil(String crossing, long silenceMillis) {
        Long crossedAt = crossings.get(crossing);
        return crossedAt == null ? Long.MIN_VALUE : crossedAt + silenceMillis;
    }

    void fired(Firing firing) {
        var next = new HashMap<>(crossings);
        String crossing = firing.crossing().doubt() == null ? firing.rule() : firing.rule() + HELD;
        next.merge(crossing, firing.crossing().atMillis(), Math::max);
        crossings = Map.copyOf(next);
    }
}
