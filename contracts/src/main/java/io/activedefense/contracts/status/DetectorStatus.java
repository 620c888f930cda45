// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.status;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the detector is with one partition of the events.
 *
 * @param partition of {@code firewall-events}
 * @param progress every event up to this event time that the partition held has been judged, and what became of it
 *     was sent before this; absent before the first event
 * @param events judged
 * @param late events older than their own device's newest by more than the grace
 * @param ignored events that no rule counts, by reason
 * @param detections by rule
 * @param trackedSources sources with state
 * @param settingsVersion in force
 * @param on whether it works
 * @param at when this was written
 */
public record DetectorStatus(
        int partition,
        @Nullable Instant progress,
        long events,
        long late,
        Map<String, Long> ignored,
        Map<String, Long> detections,
        long trackedSources,
        long settingsVersion,
        boolean on,
        Instant at) {
    public DetectorStatus {
        requireNonNull(at, "at");
        ignored = Map.copyOf(ignored);
        detections = Map.copyOf(detections);
    }
}
