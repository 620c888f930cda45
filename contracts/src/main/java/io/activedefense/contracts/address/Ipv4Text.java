// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Dotted decimal of exactly four parts without leading zeros. Amid other bytes it is read without a branch that depends on
 * how many digits a part has: those of addresses in a log can't be foretold, and each wrong guess would cost as much as
 * reading the part.
 */
final class Ipv4Text {
    /** What is no address. */
    static final long NONE = -1;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    private static final int READ_AT_ONCE = 16;
    private static final int READ_BEFORE = 2;

    private static final long SEVEN_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final long DOTS = 0x2e2e_2e2e_2e2e_2e2eL;
    private static final long TO_LOWEST_BITS = 0x0102_0408_1020_4080L;

    private Ipv4Text() {}

    /** The 32 bits of the address {@code [from, to)}, or {@link #NONE}. */
    static long read(byte[] text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST) {
            return NONE;
        }
        if (from < READ_BEFORE || from + READ_AT_ONCE > text.length) {
            return readAlone(text, from, to);
        }
        long dots = dots((long) LONG.get(text, from)) | (dots((long) LONG.get(text, from + Long.BYTES)) << Long.BYTES);
        dots &= (1L << length) - 1;
        return Long.bitCount(dots) == 3 ? readBetween(text, from, to, dots) : NONE;
    }

    /** At an end of the bytes; the same, amid others. */
    private static long readAlone(byte[] text, int from, int to) {
        var amid = new byte[READ_BEFORE + READ_AT_ONCE];
        System.arraycopy(text, from, amid, READ_BEFORE, to - from);
        return read(amid, READ_BEFORE, READ_BEFORE + to - from);
    }

    private static long readBetween(byte[] text, int from, int to, long dots) {
        long withoutFirst = dots & (dots - 1);
        int first = from + Long.numberOfTrailingZeros(dots);
        int second = from + Long.numberOfTrailingZeros(withoutFirst);
        int third = from + Long.numberOfTrailingZeros(withoutFirst & (withoutFirst - 1));
        int a = part(text, from, first);
        int b = part(text, first + 1, second);
        int c = part(text, second + 1, third);
        int d = part(text, third + 1, to);
        return (a | b | c | d) < 0 ? NONE : ((long) a << 24) | (b << 16) | (c << 8) | d;
    }

    /** 0 to 255 of one to three digits, or less than 0. Reads three bytes in any case, and counts those that are its own. */
    private static int part(byte[] text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3) {
            return -1;
        }
        int hasTens = (1 - length) >> 31; // all bits or none
        int hasHundreds = (2 - length) >> 31;
        int ones = text[to - 1] - '0';
        int tens = (text[to - 2] - '0') & hasTens;
        int hundreds = (text[to - 3] - '0') & hasHundreds;
        int value = 100 * hundreds + 10 * tens + ones;
        int leastWithoutLeadingZero = (10 & hasTens) + (90 & hasHundreds);
        int negativeIfWrong = ones
                | (9 - ones)
                | tens
                | (9 - tens)
                | hundreds
                | (9 - hundreds)
                | (value - leastWithoutLeadingZero)
                | (255 - value);
        return value | (negativeIfWrong >> 31);
    }

    /** A bit for each of eight bytes that is a dot, the first lowest. */
    private static long dots(long eight) {
        long zeroWhereDot = eight ^ DOTS;
        long marks = ~(((zeroWhereDot & SEVEN_BITS) + SEVEN_BITS) | zeroWhereDot | SEVEN_BITS);
        return ((marks >>> 7) * TO_LOWEST_BITS) >>> 56;
    }
}
