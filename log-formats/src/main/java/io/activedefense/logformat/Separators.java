// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.Arrays;

/** The places of every {@code ;} in a stretch of bytes, found eight bytes at a time. Reusable. */
final class Separators {
    private static final int USUAL = 64;
    private static final int KEPT_AT_MOST = 1024;

    private int[] places = new int[USUAL];
    private int count;

    /** Finds those in {@code [from, to)} and returns how many they are. */
    int find(byte[] bytes, int from, int to) {
        forget();
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            addAll(EightBytes.marks((long) Key.LONG.get(bytes, at), EightBytes.SEMICOLONS), at);
        }
        for (; at < to; at++) {
            if (bytes[at] == ';') {
                add(at);
            }
        }
        return count;
    }

    int count() {
        return count;
    }

    int at(int index) {
        return places[index];
    }

    private void addAll(long marks, int at) {
        while (marks != 0) {
            add(at + EightBytes.first(marks));
            marks &= marks - 1;
        }
    }

    private void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    /** One hostile line shall not hold memory for ever. */
    private void forget() {
        count = 0;
        if (places.length > KEPT_AT_MOST) {
            places = new int[USUAL];
        }
    }
}
