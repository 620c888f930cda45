// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a delivery that failed is tried again: ever later, to a quarter of an hour, and for three days. */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration IN_ALL = Duration.ofDays(3);
    private static final int DOUBLINGS = 7;

    private Patience() {}

    /** Absent: not any more. */
    static Optional<Instant> next(Delivery failed, Instant now) {
        if (!failed.queuedAt().plus(IN_ALL).isAfter(now)) {
            return Optional.empty();
        }
        Duration rest = FIRST.multipliedBy(1L << Math.min(failed.attempts(), DOUBLINGS));
        return Optional.of(now.plus(rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
    }
}
