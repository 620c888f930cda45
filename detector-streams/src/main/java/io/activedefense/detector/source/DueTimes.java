// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sources by the event time at which they are next worth looking at, to the minute: nobody scans all of them. */
final class DueTimes {
    private static final long MINUTE = 60_000;

    private final TreeMap<Integer, List<TrackedSource>> minutes = new TreeMap<>();

    /** Puts the source where it is due, unless it already waits for an earlier time. */
    void schedule(TrackedSource source, long dueMillis) {
        int minute = Math.clamp(Math.floorDiv(dueMillis, MINUTE), 0, TrackedSource.NOT_DUE - 1);
        if (minute < source.dueMinute) {
            source.dueMinute = minute;
            minutes.computeIfAbsent(minute, time -> new ArrayList<>()).add(source);
        }
    }

    /** Takes out a source whose minute is over at this time; none if none's is. */
    @Nullable TrackedSource takeDue(long nowMillis) {
        Map.Entry<Integer, List<TrackedSource>> first = minutes.firstEntry();
        if (first == null || endOf(first.getKey()) > nowMillis) {
            return null;
        }
        TrackedSource source = first.getValue().removeLast();
        if (first.getValue().isEmpty()) {
            minutes.remove(first.getKey());
        }
        source.dueMinute = TrackedSource.NOT_DUE;
        return source;
    }

    /** The event time up to which nothing waits to be taken out. */
    long clearUpTo() {
        return minutes.isEmpty() ? Long.MAX_VALUE : endOf(minutes.firstKey());
    }

    void clear() {
        minutes.clear();
    }

    private static long endOf(int minute) {
        return (minute + 1) * MINUTE;
    }
}
