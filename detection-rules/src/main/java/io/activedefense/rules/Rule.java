// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.window.Sightings;
import java.time.Duration;
import java.util.Optional;

/** One thing that makes a source suspicious. */
public interface Rule {
    /** Its name in detections, entries, settings and metrics, in kebab-case. */
    String id();

    RuleMode mode();

    /** Whether the event is one that this rule looks at. */
    boolean counts(FirewallEvent event);

    /** How far apart in event time the sightings of one firing can lie; zero if a single event is enough. */
    Duration window();

    /** For how long after a crossing the rule is silent for a source that did not get listed. */
    Duration silence();

    /**
     * Judges an event that it {@link #counts}.
     *
     * @param sightings of the event's source, this event's among them
     * @param noted index of this event's sighting; {@link Sightings#REDUNDANT} if it told nothing new
     * @param contexts what the sightings' contexts stand for
     * @param silence of this rule for the source
     */
    Optional<Crossing> judge(
            FirewallEvent event, Sightings sightings, int noted, SightingContexts contexts, Silence silence);
}
