// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The constants that words in a line stand for, found without making a string. A word of at most 16 bytes is two numbers,
 * its first eight bytes and its last; longer ones are none of ours.
 */
final class Words<E extends Enum<E>> {
    private static final int SLOTS = 128;
    private static final int LONGEST = 2 * Long.BYTES;
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // 2 to the 64, divided by the golden ratio

    /** 0 where the slot is free. */
    private final int[] lengths = new int[SLOTS];

    private final long[] heads = new long[SLOTS];
    private final long[] tails = new long[SLOTS];
    private final E[] constants;

    /** Knows the word of every constant, except where that is empty. */
    Words(E[] all, Function<E, String> word) {
        constants = Arrays.copyOf(all, SLOTS);
        for (E constant : all) {
            byte[] text = word.apply(constant).getBytes(StandardCharsets.UTF_8);
            if (text.length > LONGEST) {
                throw new IllegalArgumentException("longer than " + LONGEST + " bytes: " + word.apply(constant));
            }
            if (text.length > 0) {
                put(head(text, 0, text.length), tail(text, 0, text.length), text.length, constant);
            }
        }
    }

    private void put(long head, long tail, int length, E constant) {
        int slot = slotOf(head, tail, length);
        lengths[slot] = length;
        heads[slot] = head;
        tails[slot] = tail;
        constants[slot] = constant;
    }

    /** The constant of the word {@code [from, to)}, or null if that is none of them. */
    @Nullable E find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return null;
        }
        int slot = slotOf(head(bytes, from, to), tail(bytes, from, to), length);
        return lengths[slot] == 0 ? null : constants[slot];
    }

    /** Where the word stands, or the free slot where it would. */
    private int slotOf(long head, long tail, int length) {
        int slot = (int) (((tail + 31 * head + length) * SPREAD) >>> 57);
        while (lengths[slot] != 0 && (lengths[slot] != length || heads[slot] != head || tails[slot] != tail)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** The first eight bytes; nothing where the last eight are all. */
    private static long head(byte[] bytes, int from, int to) {
        return to - from > Long.BYTES ? (long) Key.LONG.get(bytes, from) : 0;
    }

    /** The last eight bytes, or all. */
    private static long tail(byte[] bytes, int from, int to) {
        if (to < Long.BYTES) {
            return oneByOne(bytes, from, to);
        }
        long last = (long) Key.LONG.get(bytes, to - Long.BYTES);
        return to - from >= Long.BYTES ? last : last >>> (Byte.SIZE * (Long.BYTES - (to - from)));
    }

    private static long oneByOne(byte[] bytes, int from, int to) {
        long all = 0;
        for (int at = to; at-- > from; ) {
            all = (all << Byte.SIZE) | (bytes[at] & 0xff);
        }
        return all;
    }
}
