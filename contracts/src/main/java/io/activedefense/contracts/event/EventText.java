// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** The fields of an event that are text. Each has a fixed tag in the event's layout: never reuse one. */
public enum EventText {
    /** The firewall that logged the line, as its file is named. */
    DEVICE(1),
    SOURCE_USER(2),
    SOURCE_LOCATION(3),
    DESTINATION_LOCATION(4),
    /** The security policy that matched. */
    RULE_NAME(5),
    RULE_ID(6),
    THREAT_NAME(7),
    THREAT_ID(8),
    /** Set only where {@link Action} has no constant for it. */
    ACTION(9),
    /** Set only where {@link Subtype} has no constant for it. */
    SUBTYPE(10);

    private final int tag;

    EventText(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }
}
