// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exact sliding distinct count: whether some window {@code (w - M, w]} of event time holds more than N distinct
 * values of one key, whatever the order in which sightings come.
 *
 * <p><b>Why firing at once is right.</b> A window's count only grows as sightings come, so a crossing that has been seen
 * stays one, and the set of sightings decides whether there is any, not their order. A window crosses first at the moment
 * of a sighting, because between two sightings values only leave; so only windows that end at a sighting are looked at.
 *
 * <p><b>Answers.</b> A window whose sightings all come from one well-known port, and are not too many, may be what a
 * server answered. That too only changes one way as sightings come: towards being none. So a window that was taken for
 * answers is looked at again whenever it gets another sighting, and what lists in the end doesn't depend on the order.
 *
 * <p><b>Invariant.</b> Before a sighting at t came, no window (later than the silence) crossed, or the rule would have
 * fired. So if one crosses now, it holds t: it ends at a sighting in {@code [t, t + M)}, and only sightings in
 * {@code (t - M, t + M)} of the same key can be in it. These are all that is read.
 *
 * @param dimension what is held fast and what is counted
 * @param threshold it crosses at more than this many distinct values
 * @param windowMillis M
 * @param deniedOnly whether only sightings count that the firewall denied
 * @param mostAnswers up to how many distinct values may be answers; 0: none are
 */
public record SlidingDistinctCount(
        Dimension dimension, int threshold, long windowMillis, boolean deniedOnly, int mostAnswers) {

    /**
     * The window that crossed.
     *
     * @param at its end: the event time of the crossing, as known now
     * @param sightings for each of threshold + 1 values the index of its latest sighting in the window, by time
     * @param answersFrom the port that all sightings in the window may be answers from; 0 if they are none
     */
    public record Crossing(long at, List<Integer> sightings, int answersFrom) {}

    public SlidingDistinctCount {
        if (threshold < 1 || windowMillis < 1) {
            throw new IllegalArgumentException(
                    "threshold " + threshold + " and window " + windowMillis + " ms must be 1 or more");
        }
    }

    /** Whether there are enough sightings of the noted one's key for some window to cross: found without looking at each. */
    public boolean mayCross(Sightings sightings, int noted) {
        return sightings.atMostOfTheKeyOf(noted, dimension) > threshold;
    }

    /**
     * The earliest window that crosses, after a sighting was noted; one of answers only where there is no other.
     *
     * @param noted index of that sighting
     * @param silentUntil windows that end at or before this event time don't matter
     * @param answersSilentUntil likewise windows of answers; not before {@code silentUntil}
     */
    public Optional<Crossing> crossingAt(Sightings sightings, int noted, long silentUntil, long answersSilentUntil) {
        boolean silent = sightings.time(sightings.size() - 1) <= silentUntil; // whatever ends, ends by then
        if (silent || !mayCross(sightings, noted)) {
            return Optional.empty();
        }
        int[] same = sameKeyAround(sightings, noted);
        if (same.length <= threshold) {
            return Optional.empty();
        }
        Crossing answers = null;
        for (int last = 0; last < same.length; last++) {
            long end = sightings.time(same[last]);
            boolean endsHere = last + 1 == same.length || sightings.time(same[last + 1]) > end;
            if (endsHere && end >= sightings.time(noted) && end > silentUntil) {
                Crossing crossing = crossingOf(sightings, same, last);
                if (crossing != null && crossing.answersFrom() == 0) {
                    return Optional.of(crossing);
                }
                answers = answers == null && end > answersSilentUntil ? crossing : answers;
            }
        }
        return Optional.ofNullable(answers);
    }

    /** The window that ends with this sighting, if it crosses. */
    private @Nullable Crossing crossingOf(Sightings sightings, int[] same, int last) {
        long end = sightings.time(same[last]);
        int[] latest = latestOfEachValue(sightings, same, last, threshold + 1);
        return latest.length > threshold
                ? new Crossing(end, Arrays.stream(latest).boxed().toList(), answersFrom(sightings, same, last))
                : null;
    }

    private int answersFrom(Sightings sightings, int[] same, int last) {
        int from = mostAnswers == 0 ? 0 : sightings.answersFrom(same[last]);
        if (from == 0) {
            return 0;
        }
        long after = sightings.time(same[last]) - windowMillis;
        for (int i = last; i >= 0 && sightings.time(same[i]) > after; i--) {
            if (sightings.answersFrom(same[i]) != from) {
                return 0;
            }
        }
        return latestOfEachValue(sightings, same, last, mostAnswers + 1).length > mostAnswers ? 0 : from;
    }

    /** Indexes of the sightings that can share a window with the noted one, by time. */
    private int[] sameKeyAround(Sightings sightings, int noted) {
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

    /** For each distinct value its latest sighting in the window that ends with this one, the latest so many, by time. */
    private int[] latestOfEachValue(Sightings sightings, int[] same, int last, int most) {
        long after = sightings.time(same[last]) - windowMillis;
        var latest = new int[Math.min(most, last + 1)];
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
