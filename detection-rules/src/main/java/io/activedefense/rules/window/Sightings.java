// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
 * <p>A pair is of one kind of session only: sessions that the firewall denied, and such as look like answers from one
 * port, are pairs of their own, because rules may count them apart.
 *
 * <p>Not thread-safe.
 */
public final class Sightings {
    /** The most sightings that are held for one source; above that the oldest goes. */
    public static final int MOST = 4_096;

    /** What {@link #note} says of a sighting that tells nothing new. */
    public static final int REDUNDANT = -1;

    private static final int NONE = -1;

    // A sighting is four words: event time; the destination's halves; context << 48 | answersFrom << 32 | denied << 16
    // | port.
    private static final int WORDS = 4;
    private static final long[] EMPTY = {};
    private static final long DENIED = 1L << 16;
    private static final long PAIR = 0xffff_0001_ffffL;

    /** With fewer it is quicker to look at each than to count them. */
    private static final int WORTH_COUNTING = 64;

    private long[] words;
    private int start;
    private int size;
    private int overflows;
    private @Nullable SightingCounts counts;

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
        countAll();
    }

    /** Everything there is to know, {@value #WORDS} words a sighting. */
    public long[] toWords() {
        return Arrays.copyOfRange(words, start * WORDS, (start + size) * WORDS);
    }

    public int size() {
        return size;
    }

    /** That it takes in memory, besides itself. */
    public int bytes() {
        return words.length * Long.BYTES + (counts == null ? 0 : counts.bytes());
    }

    /** Event time in milliseconds since 1970. */
    public long time(int index) {
        return words[(start + index) * WORDS];
    }

    public long destinationHigh(int index) {
        return words[(start + index) * WORDS + 1];
    }

    public long destinationLow(int index) {
        return words[(start + index) * WORDS + 2];
    }

    public int port(int index) {
        return (int) tail(index) & 0xffff;
    }

    /** Whether the firewall kept the session out. */
    public boolean denied(int index) {
        return (tail(index) & DENIED) != 0;
    }

    /** The well-known port that the source may have answered from; 0 where it was no answer. */
    public int answersFrom(int index) {
        return (int) (tail(index) >>> 32) & 0xffff;
    }

    /** What {@link #note} was given as context. */
    public int context(int index) {
        return (int) (tail(index) >>> 48);
    }

    /** What is not time or destination. */
    private long tail(int index) {
        return words[(start + index) * WORDS + 3];
    }

    /** How often the oldest sighting had to go for a new one, since this object was made. */
    public int overflows() {
        return overflows;
    }

    /**
     * Notes a sighting, at its place in time.
     *
     * @param answersFrom the well-known port that the source may have answered from, 1 to 65,535; 0 if it is no answer
     * @param context what else there is to say, as a number in 0 to 65,535
     * @param shortestWindow of the rules that count, in milliseconds
     * @return its index, until the next change; or {@link #REDUNDANT} if it tells nothing that is not known
     */
    public int note(
            long time,
            long destinationHigh,
            long destinationLow,
            int port,
            boolean denied,
            int answersFrom,
            int context,
            long shortestWindow) {
        long tail = (long) context << 48 | (long) answersFrom << 32 | (denied ? DENIED : 0) | port;
        int at = placeOf(time);
        boolean known = counts == null || counts.pairs(destinationHigh, destinationLow, tail & PAIR) > 0;
        int before = known ? samePairBefore(at, destinationHigh, destinationLow, tail) : NONE;
        int behind = known ? samePairFrom(at, destinationHigh, destinationLow, tail) : NONE;
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
        start = 0;
        size = 0;
        counts = null;
    }

    /** No fewer than there are of that sighting's key, found without looking at each. */
    int atMostOfTheKeyOf(int index, Dimension dimension) {
        return counts == null ? size : dimension.countOfKey(counts, this, index);
    }

    /** Index of the first sighting later than this time. */
    int placeOf(long time) {
        int notLater = size == 0 || time(size - 1) <= time ? size : 0;
        int later = size;
        while (notLater < later) {
            int middle = (notLater + later) >>> 1;
            if (time(middle) <= time) {
                notLater = middle + 1;
            } else {
                later = middle;
            }
        }
        return later;
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
        return samePairBefore(end, destinationHigh(like), destinationLow(like), tail(like));
    }

    private int samePairFrom(int begin, int like) {
        return samePairFrom(begin, destinationHigh(like), destinationLow(like), tail(like));
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
        int at = (start + index) * WORDS;
        return words[at + 2] == destinationLow
                && ((words[at + 3] ^ tail) & PAIR) == 0
                && words[at + 1] == destinationHigh;
    }

    private void insert(int index, long time, long destinationHigh, long destinationLow, long tail) {
        if ((start + size) * WORDS == words.length) {
            makeRoomBehind();
        }
        move(index, size, 1);
        int at = (start + index) * WORDS;
        words[at] = time;
        words[at + 1] = destinationHigh;
        words[at + 2] = destinationLow;
        words[at + 3] = tail;
        size++;
        if (counts == null) {
            countAll();
        } else {
            count(index, 1);
        }
    }

    /** What was forgotten at the front leaves room; if that is little, there has to be more, so that it is rarely moved. */
    private void makeRoomBehind() {
        boolean enough = start > size / 4;
        long[] roomier = enough ? words : new long[(size + Math.max(1, size / 2)) * WORDS];
        System.arraycopy(words, start * WORDS, roomier, 0, size * WORDS);
        words = roomier;
        start = 0;
        if (!enough) {
            countAll();
        }
    }

    private void remove(int index) {
        count(index, -1);
        if (index < size / 2) {
            move(0, index, 1);
            start++;
        } else {
            move(index + 1, size, -1);
        }
        size--;
    }

    private void removeFirst(int number) {
        for (int i = 0; counts != null && i < number; i++) {
            count(i, -1);
        }
        start += number;
        size -= number;
        if (size * 4 * WORDS < words.length) {
            words = size == 0 ? EMPTY : toWords();
            start = 0;
            counts = null;
            countAll();
        }
    }

    /** Moves the sightings from one index up to another by some places. */
    private void move(int from, int to, int by) {
        System.arraycopy(words, (start + from) * WORDS, words, (start + from + by) * WORDS, (to - from) * WORDS);
    }

    private void countAll() {
        if (size > WORTH_COUNTING) {
            counts = new SightingCounts(words.length / WORDS);
            for (int i = 0; i < size; i++) {
                count(i, 1);
            }
        }
    }

    private void count(int index, int by) {
        if (counts != null) {
            counts.add(destinationHigh(index), destinationLow(index), tail(index) & PAIR, port(index), by);
        }
    }
}
