// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Digits.isDigit;

/**
 * What rsyslog writes before the message: a time, the host, and perhaps a tag such as {@code - } or {@code app[pid] }.
 * The time is {@code Mmm dd hh:mm:ss}, without year and zone, or RFC 3339. Both may be missing: then the line begins with
 * the message. A UTF-8 byte order mark may stand before either.
 *
 * <p>Recognising it looks at its shape only; its time is read when it is asked for, which is seldom. Reusable.
 */
final class SyslogHeader {
    /** The host, and what else may stand between it and the message: rsyslog leaves bits of a host that it can't read. */
    private static final int MOST_WORDS = 4;

    private static final int TRADITIONAL_LENGTH = 15;
    private static final int DATE_TIME_LENGTH = 19;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final byte[] NO_BYTES = {};

    private enum Kind {
        NO_TIME,
        TRADITIONAL,
        RFC_3339
    }

    private Kind kind = Kind.NO_TIME;
    private byte[] bytes = NO_BYTES;
    private int time;
    private int timeEnd;

    /** Passes over the header in {@code [from, end)} to the key that begins the message: where that stands, or -1. */
    int findMessage(byte[] line, int from, int end, Key beginning) {
        bytes = line;
        time = afterByteOrderMark(from, end);
        kind = Kind.NO_TIME;
        if (beginning.isAt(line, time, end)) {
            return time;
        }
        timeEnd = endOfTime(end);
        return timeEnd < 0 ? -1 : afterWords(timeEnd + 1, end, beginning);
    }

    private int endOfTime(int end) {
        if (time + DATE_TIME_LENGTH >= end) {
            return -1;
        }
        if (bytes[time + 3] == ' ' && bytes[time + 6] == ' ' && bytes[time + TRADITIONAL_LENGTH] == ' ') {
            kind = Kind.TRADITIONAL;
            return bytes[time + 9] == ':' && bytes[time + 12] == ':' ? time + TRADITIONAL_LENGTH : -1;
        }
        if (bytes[time + 4] == '-' && bytes[time + 7] == '-' && bytes[time + 10] == 'T') {
            kind = Kind.RFC_3339;
            return endOfWord(time + DATE_TIME_LENGTH, end);
        }
        return -1;
    }

    private int afterWords(int from, int end, Key beginning) {
        int at = from;
        for (int words = 0; words < MOST_WORDS; words++) {
            int space = endOfWord(at, end);
            if (space < 0) {
                return -1;
            }
            at = afterByteOrderMark(space + 1, end);
            if (beginning.isAt(bytes, at, end)) {
                return at;
            }
        }
        return -1;
    }

    /** The next space, or -1 if there is none or something stands before it that belongs in a message. */
    private int endOfWord(int from, int end) {
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

    private int afterByteOrderMark(int at, int end) {
        boolean mark = at + 3 <= end
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf;
        return mark ? at + 3 : at;
    }

    /** The instant of an RFC 3339 time in milliseconds since 1970, UTC, or {@link WrittenTimes#NONE}. */
    long instantMillis() {
        long offset = kind == Kind.RFC_3339 ? offsetSeconds() : WrittenTimes.NONE;
        long local = offset == WrittenTimes.NONE ? WrittenTimes.NONE : localMillis(0);
        return local == WrittenTimes.NONE ? WrittenTimes.NONE : local - offset * 1000;
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
            case RFC_3339 -> rfc3339LocalMillis();
            case TRADITIONAL -> traditionalLocalMillis(near);
        };
    }

    private long rfc3339LocalMillis() {
        long day = Digits.epochDay(bytes, time, '-');
        int second = Digits.secondOfDay(bytes, time + 11);
        if (day == Long.MIN_VALUE || second == Digits.NONE) {
            return WrittenTimes.NONE;
        }
        return (day * Digits.SECONDS_A_DAY + second) * 1000 + fractionMillis();
    }

    private int fractionMillis() {
        int millis = 0;
        int at = time + DATE_TIME_LENGTH;
        if (bytes[at++] == '.') {
            for (int scale = 100; scale > 0 && at < timeEnd && isDigit(bytes[at]); scale /= 10) {
                millis += scale * (bytes[at++] - '0');
            }
        }
        return millis;
    }

    /** Of {@code Z}, {@code +hh:mm} or {@code -hh:mm} at the end, or {@link WrittenTimes#NONE}. */
    private long offsetSeconds() {
        if (bytes[timeEnd - 1] == 'Z') {
            return 0;
        }
        int sign = timeEnd - 6;
        int hours = Digits.two(bytes, sign + 1, 23);
        int minutes = Digits.two(bytes, sign + 4, 59);
        if (bytes[sign + 3] != ':' || hours < 0 || minutes < 0) {
            return WrittenTimes.NONE;
        }
        int offset = hours * 3600 + minutes * 60;
        return switch (bytes[sign]) {
            case '+' -> offset;
            case '-' -> -offset;
            default -> WrittenTimes.NONE;
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
