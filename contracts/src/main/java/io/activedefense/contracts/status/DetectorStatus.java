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
 * @param stateBytes that their state takes in memory, estimated
 * @param overflows sightings that had to go because their source has too many
 * @param settingsVersion in force
 * @param resetEpoch of the last reset that was carried out
 * @param on whether it works
 * @param restoreMillis how long its state took to restore when the partition last came to an instance
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
        long stateBytes,
        long overflows,
        long settingsVersion,
        int resetEpoch,
        boolean on,
        long restoreMillis,
        Instant at) {
    public DetectorStatus {
        requireNonNull(at, "at");
        ignored = Map.copyOf(ignored);
        detections = Map.copyOf(detections);
    }

    /** Of a partition that nothing is known of yet. */
    public static DetectorStatus ofNothing(int partition, long settingsVersion, boolean on, Instant at) {
        return new DetectorStatus(partition, null, 0, 0, Map.of(), Map.of(), 0, 0, 0, settingsVersion, 0, on, 0, at);
    }

    /** As far as this one, under other settings. */
    public DetectorStatus under(long otherSettingsVersion, boolean otherOn, Instant otherAt) {
        return new DetectorStatus(
                partition,
                progress,
                events,
                late,
                ignored,
                detections,
                trackedSources,
                stateBytes,
                overflows,
                otherSettingsVersion,
                resetEpoch,
                otherOn,
                restoreMillis,
                otherAt);
    }

    /** Whether two differ in nothing but the time at which they were written. */
    public boolean saysTheSameAs(DetectorStatus other) {
        return under(settingsVersion, on, other.at).equals(other);
    }
}
