// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Digits.isDigit;

/**
 * What rsyslog writes before the message: a time, the host, and perhaps a tag such as {@code - } or {@code app[pid] }.
 * The time is {@code Mmm dd hh:mm:ss}, without year and zone, or RFC 3339. Both may be missing: then the line begins with
 * the message. A UTF-8 byte order mark may stand before either.
 *
 * <p>Where it ends only the message can tell: {@link #begin} and {@link #nextWord} go through the places where it could.
 * That looks at its shape only; its time is read when it is asked for, which is seldom. Reusable.
 */
final class SyslogHeader {
    /** The host, and what else may stand between it and the message: rsyslog leaves bits of a host that it can't read. */
    private static final int MOST_WORDS = 4;

    private static final int TRADITIONAL_LENGTH = 15;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final byte[] NO_BYTES = {};

    private enum Kind {
        NO_TIME,
        TRADITIONAL,
        RFC_3339
    }

    private Kind kind = Kind.NO_TIME;
    private byte[] bytes = NO_BYTES;
    private int end;
    private int time;
    private int timeEnd;
    private int word;
    private int wordsLeft;

    /**
     * Begins with the line {@code [from, end)}: the first place where its message can stand, or -1. That is its beginning if
     * no time stands there.
     */
    int begin(byte[] line, int from, int lineEnd) {
        bytes = line;
        end = lineEnd;
        kind = Kind.NO_TIME;
        time = afterByteOrderMark(from);
        timeEnd = endOfTime();
        wordsLeft = timeEnd < 0 ? 0 : MOST_WORDS;
        word = timeEnd + 1;
        return timeEnd < 0 ? time : nextWord();
    }

    /** Where the message stands if the header ends behind the next word, or -1 if no header is like that. */
    int nextWord() {
        int space = wordsLeft-- > 0 ? endOfWord(word) : -1;
        if (space < 0) {
            return -1;
        }
        word = afterByteOrderMark(space + 1);
        return word;
    }

    private int endOfTime() {
        if (time + Rfc3339.DATE_TIME_LENGTH >= end) {
            return -1;
        }
        if (bytes[time + 3] == ' ' && bytes[time + 6] == ' ' && bytes[time + TRADITIONAL_LENGTH] == ' ') {
            kind = Kind.TRADITIONAL;
            return bytes[time + 9] == ':' && bytes[time + 12] == ':' ? time + TRADITIONAL_LENGTH : -1;
        }
        if (bytes[time + 4] == '-' && bytes[time + 7] == '-' && bytes[time + 10] == 'T') {
            kind = Kind.RFC_3339;
            return endOfWord(time + Rfc3339.DATE_TIME_LENGTH);
        }
        return -1;
    }

    /** The next space, or -1 if there is none or something stands before it that belongs in a message. */
    private int endOfWord(int from) {
        for (int at = from; at < end; at++) {
            switch (bytes[at]) {
                case ' ' -> {
                    return at;
                }
                case ';', '=' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private int afterByteOrderMark(int at) {
        boolean mark = at + 3 <= end
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf;
        return mark ? at + 3 : at;
    }

    /** The instant of an RFC 3339 time in milliseconds since 1970, UTC, or {@link WrittenTimes#NONE}. */
    long instantMillis() {
        return kind == Kind.RFC_3339 ? Rfc3339.instantMillis(bytes, time, timeEnd) : WrittenTimes.NONE;
    }

    /** Whether it has a time, but none that says its zone. */
    boolean isTraditional() {
        return kind == Kind.TRADITIONAL;
    }

    /**
     * The time as it is written: milliseconds since 1970 if it were UTC, or {@link WrittenTimes#NONE}. One without a year
     * takes the year that puts it nearest to this time, given in the same way.
     */
    long localMillis(long near) {
        return switch (kind) {
            case NO_TIME -> WrittenTimes.NONE;
            case RFC_3339 -> Rfc3339.localMillis(bytes, time, timeEnd);
            case TRADITIONAL -> traditionalLocalMillis(near);
        };
    }

    private long traditionalLocalMillis(long near) {
        int month = month();
        int day = bytes[time + 4] == ' ' && isDigit(bytes[time + 5])
                ? bytes[time + 5] - '0'
                : Digits.two(bytes, time + 4, 31);
        int second = Digits.secondOfDay(bytes, time + 7);
        if (month == 0 || day < 1 || second == Digits.NONE) {
            return WrittenTimes.NONE;
        }
        return nearestYear(month, day, second, near);
    }

    /** 1 to 12, or 0 if it is none. */
    private int month() {
        for (int month = 0; month < 12; month++) {
            int name = 3 * month;
            if (bytes[time] == MONTHS.charAt(name)
                    && bytes[time + 1] == MONTHS.charAt(name + 1)
                    && bytes[time + 2] == MONTHS.charAt(name + 2)) {
                return month + 1;
            }
        }
        return 0;
    }

    private static long nearestYear(int month, int day, int second, long near) {
        int about = 1970 + (int) Math.floorDiv(near, 31_556_952_000L); // a mean year
        long nearest = WrittenTimes.NONE;
        for (int year = about - 8; year <= about + 8; year++) { // a leap day can be eight years off
            long epochDay = Digits.epochDay(year, month, day);
            if (epochDay != Long.MIN_VALUE) {
                long millis = (epochDay * Digits.SECONDS_A_DAY + second) * 1000;
                boolean nearer = nearest == WrittenTimes.NONE || Math.abs(millis - near) < Math.abs(nearest - near);
                nearest = nearer ? millis : nearest;
            }
        }
        return nearest;
    }
}
