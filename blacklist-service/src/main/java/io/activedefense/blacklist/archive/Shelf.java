// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import io.activedefense.contracts.event.FirewallEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * Under which time a line is filed: its own, if that lies in what is kept and not far ahead; else that of its arrival. So
 * a forged time opens no days.
 *
 * @param oldest nothing is filed at or before this
 * @param newest nothing is filed behind this
 * @param now where also the arrival can't be, it is this
 */
public record Shelf(Instant oldest, Instant newest, Instant now) {
    private static final Duration AHEAD = Duration.ofHours(1);

    public static Shelf at(Instant now, Duration kept) {
        return new Shelf(now.minus(kept), now.plus(AHEAD), now);
    }

    /** In milliseconds since 1970. */
    public long placeOf(FirewallEvent event) {
        if (holds(event.eventTimeMillis())) {
            return event.eventTimeMillis();
        }
        return holds(event.arrivalMillis()) ? event.arrivalMillis() : now.toEpochMilli();
    }

    private boolean holds(long millis) {
        return millis > oldest.toEpochMilli() && millis <= newest.toEpochMilli();
    }
}
