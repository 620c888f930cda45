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
    SUBTYPE(10),
    /** Of the session: {@code tcp}, {@code udp}, {@code icmp} and so on. */
    PROTOCOL(11),
    APPLICATION(12),
    SOURCE_ZONE(13),
    DESTINATION_ZONE(14),
    /** The serial number of the firewall that logged the line, whoever sent it on. */
    SERIAL(15),
    /** Counts a firewall's lines of one log type: with {@link #SERIAL} and the log type, the same in every copy of a line. */
    SEQUENCE_NUMBER(16),
    /** The firewall's own name, whatever its file is called. */
    DEVICE_NAME(17),
    SESSION_END_REASON(18),
    PACKETS_RECEIVED(19),
    /** How many sessions the line stands for; set only where they are more than one. */
    REPEAT_COUNT(20),
    /** The external list that the source was found on. */
    SOURCE_EDL(21);

    private final int tag;

    EventText(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }
}
