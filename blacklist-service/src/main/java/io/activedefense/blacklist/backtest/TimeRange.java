// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of event time.
 *
 * @param from its beginning
 * @param to its end, not part of it
 */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }

    boolean holds(long millis) {
        return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
    }

    /** With as much before it as a window may reach back. */
    TimeRange reachingBack(Duration window) {
        return new TimeRange(from.minus(window), to);
    }

    /** How much of it lies before a time, 0 to 1. */
    public double shareBefore(Instant time) {
        double whole = Duration.between(from, to).toMillis();
        return Math.clamp(Duration.between(from, time).toMillis() / whole, 0, 1);
    }
}
