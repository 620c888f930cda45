// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** The times that stand in one line, as they are written there. Reusable. */
final class WrittenTimes {
    /** No such time in the line. */
    static final long NONE = Long.MIN_VALUE;

    /** A firewall that has no such time writes the beginning of 1970 in its zone. */
    private static final long NO_REAL_TIME_BEFORE = 365L * Digits.SECONDS_A_DAY * 1000;

    /** The firewall's own clock, without a zone: seconds since 1970 if it were UTC. */
    long timeReceived = NONE;

    /** The same clock with milliseconds and its zone: milliseconds since 1970, UTC. */
    long highResolution = NONE;

    /** The same as it is written: milliseconds since 1970 if it were UTC. */
    long highResolutionLocal = NONE;

    // The date read last: its ten bytes as two numbers that overlap, and its day.
    private long dateBegin;
    private long dateEnd;
    private long dateDay = Long.MIN_VALUE;

    final SyslogHeader header = new SyslogHeader();

    /** Takes {@code yyyy/mm/dd hh:mm:ss}; false if it is not that. */
    boolean takeTimeReceived(byte[] bytes, int from, int to) {
        if (to - from != 19 || bytes[from + 10] != ' ') {
            return false;
        }
        long day = day(bytes, from);
        int second = Digits.secondOfDay(bytes, from + 11);
        if (day == Long.MIN_VALUE || second == Digits.NONE) {
            return false;
        }
        timeReceived = day * Digits.SECONDS_A_DAY + second;
        return true;
    }

    /** Of {@code yyyy/mm/dd}, which is that of the line before on all lines but one a day. */
    private long day(byte[] bytes, int from) {
        long begin = (long) Key.LONG.get(bytes, from);
        long end = (long) Key.LONG.get(bytes, from + 2);
        if (begin != dateBegin || end != dateEnd) {
            dateDay = Digits.epochDay(bytes, from, '/');
            dateBegin = begin;
            dateEnd = end;
        }
        return dateDay;
    }

    /** Takes RFC 3339 with milliseconds; false if it is not that. */
    boolean takeHighResolution(byte[] bytes, int from, int to) {
        highResolution = NONE;
        long offset = Rfc3339.offsetMillis(bytes, from, to);
        long local = offset == NONE ? NONE : Rfc3339.localMillis(bytes, from, to);
        if (local == NONE) {
            return false;
        }
        if (local - offset >= NO_REAL_TIME_BEFORE) {
            highResolution = local - offset;
            highResolutionLocal = local;
        }
        return true;
    }
}
