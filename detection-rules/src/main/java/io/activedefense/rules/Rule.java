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
     * @param windows of the event's source, this event's sighting among the others; they know this rule's silence
     * @param noted index of that sighting; {@link Sightings#REDUNDANT} if it told nothing new
     * @param contexts what the sightings' contexts stand for
     */
    Optional<Crossing> judge(FirewallEvent event, SourceWindows windows, int noted, SightingContexts contexts);
}
