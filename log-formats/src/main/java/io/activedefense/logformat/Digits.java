// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** Numbers and calendar days out of ASCII digits. What is no such number is {@link #NONE}. */
final class Digits {
    static final int NONE = -1;
    static final int SECONDS_A_DAY = 86_400;

    private Digits() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Whether {@code [from, to)} is digits and nothing else, or empty. */
    static boolean areDigits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    /** 0 to 65535, or {@link #NONE}. */
    static int port(byte[] bytes, int from, int to) {
        if (from == to || to - from > 5) {
            return NONE;
        }
        int port = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return NONE;
            }
            port = port * 10 + bytes[at] - '0';
        }
        return port <= 65_535 ? port : NONE;
    }

    /** Two digits, at most {@code most}. */
    static int two(byte[] bytes, int at, int most) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        int value = 10 * tens + ones;
        return digits && value <= most ? value : NONE;
    }

    /** {@code hh:mm:ss} as seconds of the day. */
    static int secondOfDay(byte[] bytes, int at) {
        int hour = two(bytes, at, 23);
        int minute = two(bytes, at + 3, 59);
        int second = two(bytes, at + 6, 59);
        boolean valid = (hour | minute | second) >= 0 && bytes[at + 2] == ':' && bytes[at + 5] == ':';
        return valid ? hour * 3600 + minute * 60 + second : NONE;
    }

    /** {@code yyyy?mm?dd} with this separator as days since 1970, or {@code Long.MIN_VALUE}. */
    static long epochDay(byte[] bytes, int at, char separator) {
        int century = two(bytes, at, 99);
        int yearOfCentury = two(bytes, at + 2, 99);
        int month = two(bytes, at + 5, 12);
        int day = two(bytes, at + 8, 31);
        boolean valid = (century | yearOfCentury) >= 0
                && month > 0
                && day > 0
                && bytes[at + 4] == separator
                && bytes[at + 7] == separator;
        return valid ? epochDay(century * 100 + yearOfCentury, month, day) : Long.MIN_VALUE;
    }

    /** Days since 1970 of a day in the Gregorian calendar, or {@code Long.MIN_VALUE} if the month has no such day. */
    static long epochDay(int year, int month, int day) {
        if (day > lengthOfMonth(year, month)) {
            return Long.MIN_VALUE;
        }
        // Years begin in March here, so that a leap day is the last of its year.
        int shiftedYear = month > 2 ? year : year - 1;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int leapDays =
                Math.floorDiv(shiftedYear, 4) - Math.floorDiv(shiftedYear, 100) + Math.floorDiv(shiftedYear, 400);
        return 365L * shiftedYear + leapDays + dayOfYear - 719_468;
    }

    private static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
