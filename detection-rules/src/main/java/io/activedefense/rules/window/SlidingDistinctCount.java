// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The exact sliding distinct count: whether some window {@code (w - M, w]} of event time holds more than N distinct
 * values of one key, whatever the order in which sightings come.
 *
 * <p><b>Why firing at once is right.</b> A window's count only grows as sightings come, so a crossing that has been seen
 * stays one, and the set of sightings decides whether there is any, not their order. A window crosses first at the moment
 * of a sighting, because between two sightings values only leave; so only windows that end at a sighting are looked at.
 *
 * <p><b>Invariant.</b> Before a sighting at t came, no window (later than the silence) crossed, or the rule would have
 * fired. So if one crosses now, it holds t: it ends at a sighting in {@code [t, t + M)}, and only sightings in
 * {@code (t - M, t + M)} of the same key can be in it. These are all that is read.
 *
 * @param dimension what is held fast and what is counted
 * @param threshold it crosses at more than this many distinct values
 * @param windowMillis M
 */
public record SlidingDistinctCount(Dimension dimension, int threshold, long windowMillis) {

    /**
     * The window that crossed.
     *
     * @param at its end: the event time of the crossing, as known now
     * @param sightings for each of threshold + 1 values the index of its latest sighting in the window, by time
     */
    public record Crossing(long at, List<Integer> sightings) {}

    public SlidingDistinctCount {
        if (threshold < 1 || windowMillis < 1) {
            throw new IllegalArgumentException(
                    "threshold " + threshold + " and window " + windowMillis + " ms must be 1 or more");
        }
    }

    /**
     * The earliest window that crosses, after a sighting was noted.
     *
     * @param noted index of that sighting
     * @param deniedOnly whether only sightings count that the firewall denied
     * @param silentUntil windows that end at or before this event time don't matter
     */
    public Optional<Crossing> crossingAt(Sightings sightings, int noted, boolean deniedOnly, long silentUntil) {
        int[] same = sameKeyAround(sightings, noted, deniedOnly);
        if (same.length <= threshold) {
            return Optional.empty();
        }
        long noteTime = sightings.time(noted);
        for (int last = 0; last < same.length; last++) {
            long end = sightings.time(same[last]);
            boolean endsHere = last + 1 == same.length || sightings.time(same[last + 1]) > end;
            if (endsHere && end >= noteTime && end > silentUntil) {
                int[] latest = latestOfEachValue(sightings, same, last, end - windowMillis);
                if (latest.length > threshold) {
                    return Optional.of(
                            new Crossing(end, Arrays.stream(latest).boxed().toList()));
                }
            }
        }
        return Optional.empty();
    }

    /** Indexes of the sightings that can share a window with the noted one, by time. */
    private int[] sameKeyAround(Sightings sightings, int noted, boolean deniedOnly) {
        long time = sightings.time(noted);
        int from = noted;
        while (from > 0 && sightings.time(from - 1) > time - windowMillis) {
            from--;
        }
        var same = new int[8];
        int count = 0;
        for (int i = from; i < sightings.size() && sightings.time(i) < time + windowMillis; i++) {
            if (dimension.sameKey(sightings, i, noted) && (!deniedOnly || sightings.denied(i))) {
                same = count == same.length ? Arrays.copyOf(same, 2 * count) : same;
                same[count++] = i;
            }
        }
        return Arrays.copyOf(same, count);
    }

    /** For each distinct value its latest sighting, up to threshold + 1 of them, the latest ones, by time. */
    private int[] latestOfEachValue(Sightings sightings, int[] same, int last, long after) {
        var latest = new int[Math.min(threshold + 1, last + 1)];
        var table = new int[Integer.highestOneBit(2 * latest.length) * 2];
        int count = 0;
        for (int i = last; i >= 0 && count < latest.length && sightings.time(same[i]) > after; i--) {
            if (isNewValue(sightings, same[i], table)) {
                latest[latest.length - ++count] = same[i];
            }
        }
        return Arrays.copyOfRange(latest, latest.length - count, latest.length);
    }

    /** Whether no sighting in the open-addressed table has this one's value; then it is put in. Slots hold index + 1. */
    private boolean isNewValue(Sightings sightings, int index, int[] table) {
        int hash = dimension.hashOfValue(sightings, index) * 0x9e3779b9;
        int slot = (hash ^ hash >>> 16) & (table.length - 1);
        while (table[slot] != 0) {
            if (dimension.sameValue(sightings, table[slot] - 1, index)) {
                return false;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = index + 1;
        return true;
    }
}
