// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.UnreadableEventException;
import io.activedefense.contracts.kafka.EventKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The event that a record holds. Whoever may write the topic may write nonsense: what would lead the detector astray is no
 * event, whatever its bytes.
 */
final class RecordedEvent {
    /** The bridge takes arrival in the place of a time that is further ahead. */
    private static final long FURTHEST_AHEAD = Duration.ofHours(1).toMillis();

    /** Arrival is the bridge's clock, the record's time the broker's. */
    private static final long CLOCKS_APART = Duration.ofDays(1).toMillis();

    private RecordedEvent() {}

    /**
     * Reads it.
     *
     * @param recordMillis when the broker appended it
     * @throws UnreadableEventException if there is none; the message says why
     */
    static FirewallEvent of(byte @Nullable [] key, byte @Nullable [] value, long recordMillis) {
        if (value == null) {
            throw new UnreadableEventException("no value");
        }
        FirewallEvent event = FirewallEvent.of(value);
        if (key == null || !EventKey.isOf(event, key)) {
            // Else two tasks would count one source, each a part of what it did.
            throw new UnreadableEventException("the key is not the event's source");
        }
        checkTimes(event.eventTimeMillis(), event.arrivalMillis(), recordMillis);
        return event;
    }

    /** Times that no bridge gives would carry progress ahead of what was judged, and let entries expire. */
    private static void checkTimes(long eventMillis, long arrivalMillis, long recordMillis) {
        if (arrivalMillis < 0 || arrivalMillis > recordMillis + CLOCKS_APART) {
            throw new UnreadableEventException("arrival " + arrivalMillis + " is not in 0 to a day after the record's");
        }
        if (eventMillis < 0 || eventMillis > arrivalMillis + FURTHEST_AHEAD) {
            throw new UnreadableEventException("time " + eventMillis + " is not in 0 to an hour after arrival");
        }
    }
}
