// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** Where an event's time was read. The order is part of the event's layout: append only. */
public enum TimeOrigin {
    /** The line's own time: that with milliseconds and a zone if it has one, else {@code TimeReceived}. */
    TIME_RECEIVED,
    /** The syslog header. */
    SYSLOG_HEADER,
    /** The line had no time of its own. */
    ARRIVAL,
    /** The line's own time lay more than an hour ahead of its arrival, which took its place. */
    ARRIVAL_INSTEAD_OF_FUTURE;

    private static final TimeOrigin[] BY_CODE = values();

    @SuppressWarnings("EnumOrdinal") // append only, as said above
    int code() {
        return ordinal();
    }

    static TimeOrigin ofCode(int code) {
        return BY_CODE[code];
    }
}
