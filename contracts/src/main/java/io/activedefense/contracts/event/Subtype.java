// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** The subtype of a TRAFFIC or THREAT line. The order is part of the event's layout: append only. */
public enum Subtype {
    /** None logged, or one that is not known here; its text stands in {@link EventText#SUBTYPE}. */
    OTHER(""),
    START("start"),
    END("end"),
    DROP("drop"),
    DENY("deny"),
    VULNERABILITY("vulnerability"),
    SPYWARE("spyware"),
    VIRUS("virus"),
    WILDFIRE("wildfire"),
    WILDFIRE_VIRUS("wildfire-virus"),
    URL("url"),
    DATA("data"),
    FILE("file"),
    SCAN("scan"),
    FLOOD("flood"),
    PACKET("packet"),
    ML_VIRUS("ml-virus");

    private static final Subtype[] BY_CODE = values();

    private final String text;

    Subtype(String text) {
        this.text = text;
    }

    /** As PAN-OS writes it; empty for {@link #OTHER}. */
    public String text() {
        return text;
    }

    @SuppressWarnings("EnumOrdinal") // append only, as said above
    int code() {
        return ordinal();
    }

    static Subtype ofCode(int code) {
        return BY_CODE[code];
    }
}
