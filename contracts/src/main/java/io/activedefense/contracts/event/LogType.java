// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** The PAN-OS log that a line belongs to. The order is part of the event's layout: append only. */
public enum LogType {
    TRAFFIC,
    THREAT;

    private static final LogType[] BY_CODE = values();

    @SuppressWarnings("EnumOrdinal") // append only, as said above
    int code() {
        return ordinal();
    }

    static LogType ofCode(int code) {
        return BY_CODE[code];
    }
}
