// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The constants that words in a line stand for, found without making a string. */
final class Words<E extends Enum<E>> {
    private static final int SLOTS = 128;
    private static final byte[] FREE = {};

    private final byte[][] words = new byte[SLOTS][];
    private final E[] constants;

    /** Knows the word of every constant, except where that is empty. */
    Words(E[] all, Function<E, String> word) {
        Arrays.fill(words, FREE);
        constants = Arrays.copyOf(all, SLOTS);
        for (E constant : all) {
            put(word.apply(constant).getBytes(StandardCharsets.UTF_8), constant);
        }
    }

    private void put(byte[] word, E constant) {
        if (word.length > 0) {
            int slot = slotOf(word, 0, word.length);
            words[slot] = word;
            constants[slot] = constant;
        }
    }

    /** The constant of the word {@code [from, to)}, or null if that is none of them. */
    @Nullable E find(byte[] bytes, int from, int to) {
        if (from == to) {
            return null;
        }
        int slot = slotOf(bytes, from, to);
        return words[slot].length == 0 ? null : constants[slot];
    }

    /** Where the word stands, or the free slot where it would. */
    private int slotOf(byte[] bytes, int from, int to) {
        int slot = (31 * (to - from) + 7 * bytes[from] + bytes[to - 1]) & SLOTS - 1;
        while (words[slot].length > 0 && !Arrays.equals(words[slot], 0, words[slot].length, bytes, from, to)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
