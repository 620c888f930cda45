// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

/** What the firewall did. The order is part of the event's layout: append only. */
public enum Action {
    /** None logged, or one that is not known here; its text stands in {@link EventText#ACTION}. */
    OTHER("", false),
    ALLOW("allow", false),
    ALERT("alert", false),
    CONTINUE("continue", false),
    OVERRIDE("override", false),
    SYNCOOKIE_SENT("syncookie-sent", false),
    FORWARD("forward", false),
    DENY("deny", true),
    DROP("drop", true),
    DROP_ICMP("drop-icmp", true),
    DROP_ALL_PACKETS("drop-all-packets", true),
    RANDOM_DROP("random-drop", true),
    RESET_CLIENT("reset-client", true),
    RESET_SERVER("reset-server", true),
    RESET_BOTH("reset-both", true),
    RST_CLIENT("rst-client", true),
    RST_SERVER("rst-server", true),
    RST_BOTH("rst-both", true),
    BLOCK("block", true),
    BLOCK_IP("block-ip", true),
    BLOCK_URL("block-url", true),
    BLOCK_CONTINUE("block-continue", true),
    BLOCK_OVERRIDE("block-override", true),
    SINKHOLE("sinkhole", true);

    private static final Action[] BY_CODE = values();

    private final String text;
    private final boolean denied;

    Action(String text, boolean denied) {
        this.text = text;
        this.denied = denied;
    }

    /** As PAN-OS writes it; empty for {@link #OTHER}. */
    public String text() {
        return text;
    }

    /** Whether the session did not get through. */
    public boolean denied() {
        return denied;
    }

    @SuppressWarnings("EnumOrdinal") // append only, as said above
    int code() {
        return ordinal();
    }

    static Action ofCode(int code) {
        return BY_CODE[code];
    }
}
