// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** Eight bytes as one number, the first of them lowest, looked through at once. */
final class EightBytes {
    static final long SEMICOLONS = all(';');
    static final long COMMAS = all(',');
    static final long QUOTES = all('"');

    private static final long SEVEN_BITS = all('\u007f');

    private EightBytes() {}

    /** The top bit of every byte that is as those of the other number, and no other bit. */
    static long marks(long eight, long others) {
        long zeroWhereFound = eight ^ others;
        return ~((zeroWhereFound & SEVEN_BITS) + SEVEN_BITS | zeroWhereFound | SEVEN_BITS);
    }

    /** Which byte the first mark is of; 8 if there is none. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    private static long all(char ascii) {
        return ascii * 0x0101_0101_0101_0101L;
    }
}
