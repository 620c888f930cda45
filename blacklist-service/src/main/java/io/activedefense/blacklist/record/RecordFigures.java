// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts of records. */
public interface RecordFigures {
    /** What records are counted by. */
    enum By {
        SOURCE,
        DESTINATION,
        PORT,
        SOURCE_COUNTRY,
        DESTINATION_COUNTRY,
        DEVICE,
        RULE,
        ACTION,
        THREAT,
        USER
    }

    /**
     * Records of a stretch of time.
     *
     * @param from when it begins
     * @param records how many were seen in it
     */
    record Bar(Instant from, long records) {}

    /**
     * Records with a value in common.
     *
     * @param value an address, a port, a name; empty: they have none
     * @param records how many
     */
    record Share(String value, long records) {}

    /** How many records were seen in each step of the filter's time that has any, the oldest first. */
    List<Bar> histogram(RecordFilter filter, Duration step, Waiter waiter);

    /** The values that most records have, the most first. */
    List<Share> top(RecordFilter filter, By by, int limit, Waiter waiter);
}
