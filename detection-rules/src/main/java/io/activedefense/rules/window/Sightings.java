// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

import java.util.Arrays;

/**
 * What one source touched recently: sightings of a destination and a port, in order of event time. Shared by all rules,
 * so that an event costs one sighting, whichever counts it. Bounded: at most {@link #MOST} sightings.
 *
 * <p><b>What may be left out.</b> Rules ask of a window {@code (w - M, w]} only which distinct (destination, port) pairs
 * it holds. Let a pair be seen at a &lt;= b &lt;= c with c - a &lt;= M, M being the shortest window of the rules. A window
 * that holds b but not a begins at or after a, one that holds b but not c ends before c; so one that holds b alone would
 * be shorter than c - a, hence shorter than M. There is none: b tells nothing that a and c don't, and is left out. Of
 * three sightings of a pair that stay, the outer two are thus more than M apart, so a span of s holds at most
 * 2 s / M + 2 of them, whatever the rate. Longer windows than the shortest lose nothing by it either: the argument holds
 * for every window of at least c - a.
 *
 * <p>Not thread-safe.
 */
public final class Sightings {
    /** The most sightings that are held for one source; above that the oldest goes. */
    public static final int MOST = 4_096;

    /** What {@link #note} says of a sighting that tells nothing new. */
    public static final int REDUNDANT = -1;

    private static final int NONE = -1;

    // A sighting is four words: event time; the destination's halves; context << 32 | denied << 16 | port.
    private static final int WORDS = 4;
    private static final long[] EMPTY = {};
    private static final long DENIED = 1L << 16;
    private static final long PAIR = 0x1_ffff;

    private long[] words;
    private int size;
    private long overflows;

    public Sightings() {
        words = EMPTY;
    }

    /** The sightings that {@link #toWords} gave. */
    public Sightings(long[] words) {
        if (words.length % WORDS != 0 || words.length > MOST * WORDS) {
            throw new IllegalArgumentException(words.length + " words are not up to " + MOST + " sightings");
        }
        this.words = words;
        this.size = words.length / WORDS;
    }

    /** Everything there is to know, {@value #WORDS} words a sighting. */
    public long[] toWords() {
        return Arrays.copyOf(words, size * WORDS);
    }

    public int size() {
        return size;
    }

    /** Event time in milliseconds since 1970. */
    public long time(int index) {
        return words[index * WORDS];
    }

    public long destinationHigh(int index) {
        return words[index * WORDS + 1];
    }

    public long destinationLow(int index) {
        return words[index * WORDS + 2];
    }

    public int port(int index) {
        return (int) words[index * WORDS + 3] & 0xffff;
    }

    /** Whether the firewall kept the session out. */
    public boolean denied(int index) {
        return (words[index * WORDS + 3] & DENIED) != 0;
    }

    /** What {@link #note} was given as context. */
    public int context(int index) {
        return (int) (words[index * WORDS + 3] >>> 32);
    }

    /** How often the oldest sighting had to go for a new one, since this object was made. */
    public long overflows() {
        return overflows;
    }

    /**
     * Notes a sighting, at its place in time.
     *
     * @param shortestWindow of the rules that count, in milliseconds
     * @return its index, until the next change; or {@link #REDUNDANT} if it tells nothing that is not known
     */
    public int note(
            long time,
            long destinationHigh,
            long destinationLow,
            int port,
            boolean denied,
            int context,
            long shortestWindow) {
        long tail = (long) context << 32 | (denied ? DENIED : 0) | port;
        int at = placeOf(time);
        int before = samePairBefore(at, destinationHigh, destinationLow, tail);
        int behind = samePairFrom(at, destinationHigh, destinationLow, tail);
        if (before != NONE && (time(before) == time || spans(before, behind, shortestWindow))) {
            return REDUNDANT;
        }
        at -= forgetMadeRedundant(time, before, behind, shortestWindow);
        if (size == MOST) {
            remove(0);
            at = Math.max(0, at - 1);
            overflows++;
        }
        insert(at, time, destinationHigh, destinationLow, tail);
        return at;
    }

    /** Forgets what was seen before this time. */
    public void forgetBefore(long time) {
        int kept = 0;
        while (kept < size && time(kept) < time) {
            kept++;
        }
        if (kept > 0) {
            removeFirst(kept);
        }
    }

    /** Forgets everything. */
    public void forgetAll() {
        words = EMPTY;
        size = 0;
    }

    /** Index of the first sighting later than this time. */
    int placeOf(long time) {
        int at = size;
        while (at > 0 && time(at - 1) > time) {
            at--;
        }
        return at;
    }

    /**
     * The new sighting at {@code time} may be the outer one of three: behind it {@code a, b} with {@code time - a} within
     * the window make b redundant, before it {@code b, c} likewise.
     *
     * @return how many places before the new one were given up
     */
    private int forgetMadeRedundant(long time, int before, int behind, long shortestWindow) {
        if (behind != NONE) {
            int behindThat = samePairFrom(behind + 1, behind);
            if (behindThat != NONE && time(behindThat) - time <= shortestWindow) {
                remove(behind);
            }
        }
        if (before != NONE) {
            int beforeThat = samePairBefore(before, before);
            if (beforeThat != NONE && time - time(beforeThat) <= shortestWindow) {
                remove(before);
                return 1;
            }
        }
        return 0;
    }

    private boolean spans(int before, int behind, long shortestWindow) {
        return behind != NONE && time(behind) - time(before) <= shortestWindow;
    }

    private int samePairBefore(int end, int like) {
        return samePairBefore(end, destinationHigh(like), destinationLow(like), words[like * WORDS + 3]);
    }

    private int samePairFrom(int begin, int like) {
        return samePairFrom(begin, destinationHigh(like), destinationLow(like), words[like * WORDS + 3]);
    }

    private int samePairBefore(int end, long destinationHigh, long destinationLow, long tail) {
        for (int i = end - 1; i >= 0; i--) {
            if (isPair(i, destinationHigh, destinationLow, tail)) {
                return i;
            }
        }
        return NONE;
    }

    private int samePairFrom(int begin, long destinationHigh, long destinationLow, long tail) {
        for (int i = begin; i < size; i++) {
            if (isPair(i, destinationHigh, destinationLow, tail)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean isPair(int index, long destinationHigh, long destinationLow, long tail) {
        int at = index * WORDS;
        return words[at + 2] == destinationLow
                && ((words[at + 3] ^ tail) & PAIR) == 0
                && words[at + 1] == destinationHigh;
    }

    private void insert(int index, long time, long destinationHigh, long destinationLow, long tail) {
        int at = index * WORDS;
        int end = size * WORDS;
        if (end == words.length) {
            words = Arrays.copyOf(words, Math.max(WORDS, end + Math.max(WORDS, end / 2 / WORDS * WORDS)));
        }
        System.arraycopy(words, at, words, at + WORDS, end - at);
        words[at] = time;
        words[at + 1] = destinationHigh;
        words[at + 2] = destinationLow;
        words[at + 3] = tail;
        size++;
    }

    private void remove(int index) {
        int at = index * WORDS;
        System.arraycopy(words, at + WORDS, words, at, size * WORDS - at - WORDS);
        size--;
    }

    private void removeFirst(int count) {
        words = count == size ? EMPTY : Arrays.copyOfRange(words, count * WORDS, size * WORDS);
        size -= count;
    }
}
