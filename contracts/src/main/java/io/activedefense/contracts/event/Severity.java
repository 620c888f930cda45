// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** How grave a THREAT is, ascending. The order is part of the event's layout: append only. */
public enum Severity {
    /** A line without a severity, such as TRAFFIC. */
    NONE,
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final Severity[] BY_CODE = values();

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    @SuppressWarnings("EnumOrdinal") // append only, as said above
    int code() {
        return ordinal();
    }

    static Severity ofCode(int code) {
        return BY_CODE[code];
    }
}
