// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources by the event time at which they are next worth looking at, to the minute: nobody scans all of them. */
final class DueTimes {
    private static final long SLOT = 60_000;

    private final TreeMap<Long, List<Cidr>> slots = new TreeMap<>();

    /** Puts the source where it is due, unless it already waits for an earlier time. */
    void schedule(Cidr group, TrackedSource source, long dueMillis) {
        long slot = slotOf(dueMillis);
        if (slot < source.dueMillis) {
            source.dueMillis = slot;
            slots.computeIfAbsent(slot, time -> new ArrayList<>()).add(group);
        }
    }

    /** Takes out the sources of the earliest slot that is over at this time; none if none is. */
    List<Cidr> takeDue(long nowMillis) {
        Map.Entry<Long, List<Cidr>> first = slots.firstEntry();
        if (first == null || first.getKey() + SLOT > nowMillis) {
            return List.of();
        }
        slots.remove(first.getKey());
        return first.getValue();
    }

    /** The event time up to which nothing waits to be taken out. */
    long clearUpTo() {
        return slots.isEmpty() ? Long.MAX_VALUE : slots.firstKey() + SLOT;
    }

    static long slotOf(long millis) {
        return Math.floorDiv(millis, SLOT) * SLOT;
    }

    void clear() {
        slots.clear();
    }
}
