// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Digits.isDigit;

/** Times such as {@code 2025-02-20T11:49:43.123+01:00}, in milliseconds since 1970, or {@link WrittenTimes#NONE}. */
final class Rfc3339 {
    /** Of {@code yyyy-mm-ddThh:mm:ss}. */
    static final int DATE_TIME_LENGTH = 19;

    private static final int OFFSET_LENGTH = 6;

    private Rfc3339() {}

    static long instantMillis(byte[] bytes, int from, int to) {
        long offset = offsetMillis(bytes, from, to);
        long local = offset == WrittenTimes.NONE ? WrittenTimes.NONE : localMillis(bytes, from, to);
        return local == WrittenTimes.NONE ? WrittenTimes.NONE : local - offset;
    }

    /** Without regard to the offset, which may be missing. */
    static long localMillis(byte[] bytes, int from, int to) {
        if (to - from < DATE_TIME_LENGTH || bytes[from + 10] != 'T') {
            return WrittenTimes.NONE;
        }
        long day = Digits.epochDay(bytes, from, '-');
        int second = Digits.secondOfDay(bytes, from + 11);
        if (day == Long.MIN_VALUE || second == Digits.NONE) {
            return WrittenTimes.NONE;
        }
        return (day * Digits.SECONDS_A_DAY + second) * 1000 + fractionMillis(bytes, from + DATE_TIME_LENGTH, to);
    }

    private static int fractionMillis(byte[] bytes, int from, int to) {
        int millis = 0;
        int at = from;
        if (at < to && bytes[at++] == '.') {
            for (int scale = 100; scale > 0 && at < to && isDigit(bytes[at]); scale /= 10) {
                millis += scale * (bytes[at++] - '0');
            }
        }
        return millis;
    }

    /** Whether a time may stand there, by its punctuation. */
    static boolean isLikely(byte[] bytes, int from, int to) {
        return to - from > DATE_TIME_LENGTH
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 10] == 'T'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':';
    }

    /** Of {@code Z}, {@code +hh:mm} or {@code -hh:mm} at the end. */
    static long offsetMillis(byte[] bytes, int from, int to) {
        if (to - from <= DATE_TIME_LENGTH) {
            return WrittenTimes.NONE;
        }
        if (bytes[to - 1] == 'Z') {
            return 0;
        }
        int sign = to - OFFSET_LENGTH;
        int hours = Digits.two(bytes, sign + 1, 23);
        int minutes = Digits.two(bytes, sign + 4, 59);
        if (bytes[sign + 3] != ':' || hours < 0 || minutes < 0) {
            return WrittenTimes.NONE;
        }
        long offset = (hours * 60 + minutes) * 60_000L;
        return switch (bytes[sign]) {
            case '+' -> offset;
            case '-' -> -offset;
            default -> WrittenTimes.NONE;
        };
    }
}
