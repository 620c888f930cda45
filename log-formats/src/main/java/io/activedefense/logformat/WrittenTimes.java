// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** The times that stand in one line, as they are written there. Reusable. */
final class WrittenTimes {
    /** No such time in the line. */
    static final long NONE = Long.MIN_VALUE;

    /** The firewall's own clock, without a zone: seconds since 1970 if it were UTC. */
    long timeReceived;

    final SyslogHeader header = new SyslogHeader();

    /** Takes {@code yyyy/mm/dd hh:mm:ss}; false if it is not that. */
    boolean takeTimeReceived(byte[] bytes, int from, int to) {
        if (to - from != 19 || bytes[from + 10] != ' ') {
            return false;
        }
        long day = Digits.epochDay(bytes, from, '/');
        int second = Digits.secondOfDay(bytes, from + 11);
        if (day == NONE || second == Digits.NONE) {
            return false;
        }
        timeReceived = day * Digits.SECONDS_A_DAY + second;
        return true;
    }
}
