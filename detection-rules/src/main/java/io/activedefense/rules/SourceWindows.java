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
    private Map<String, Long> heldCrossings;

    /** A source that nothing is known of. */
    public SourceWindows() {
        this(new Sightings(), Map.of(), Map.of());
    }

    /**
     * A source as it was left.
     *
     * @param sightings its sightings
     * @param crossings by rule, event time of the latest crossing without doubt, in milliseconds since 1970
     * @param heldCrossings by rule, event time of the latest crossing in doubt, in milliseconds since 1970
     */
    public SourceWindows(Sightings sightings, Map<String, Long> crossings, Map<String, Long> heldCrossings) {
        this.sightings = sightings;
        this.crossings = Map.copyOf(crossings);
        this.heldCrossings = Map.copyOf(heldCrossings);
    }

    public Sightings sightings() {
        return sightings;
    }

    /** By rule, event time of the latest crossing without doubt, in milliseconds since 1970. */
    public Map<String, Long> crossings() {
        return crossings;
    }

    /** By rule, event time of the latest crossing in doubt, in milliseconds since 1970. */
    public Map<String, Long> heldCrossings() {
        return heldCrossings;
    }

    public boolean hasFired() {
        return !crossings.isEmpty() || !heldCrossings.isEmpty();
    }

    /** Event times up to which the rule is silent for this source. */
    Silence silence(Rule rule) {
        return silence(rule.id(), rule.silence().toMillis());
    }

    /** The same, for one that is silent for so long after a crossing. */
    Silence silence(String rule, long silenceMillis) {
        return hasFired()
                ? new Silence(
                        silentUntil(crossings, rule, silenceMillis), silentUntil(heldCrossings, rule, silenceMillis))
                : Silence.NONE;
    }

    private static long silentUntil(Map<String, Long> crossings, String rule, long silenceMillis) {
        Long crossedAt = crossings.get(rule);
        return crossedAt == null ? Long.MIN_VALUE : crossedAt + silenceMillis;
    }

    void fired(Firing firing) {
        if (firing.crossing().doubt() == null) {
            crossings = with(firing, crossings);
        } else {
            heldCrossings = with(firing, heldCrossings);
        }
    }

    private static Map<String, Long> with(Firing firing, Map<String, Long> crossings) {
        var next = new HashMap<>(crossings);
        next.merge(firing.rule(), firing.crossing().atMillis(), Math::max);
        return Map.copyOf(next);
    }
}
