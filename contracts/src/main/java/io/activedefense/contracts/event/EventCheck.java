// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static io.activedefense.contracts.event.EventLayout.*;

/**
 * Whether bytes are an event, so that reading one can't run over its end or meet an unknown code. Every event that the
 * detector reads passes here: a good one makes no object.
 */
final class EventCheck {
    /** A device is named as its file is, and no file system takes longer names. */
    private static final int LONGEST_DEVICE = 255;

    private static final int DEVICE = EventText.DEVICE.tag();
    private static final int LOG_TYPES = LogType.values().length;
    private static final int SEVERITIES = Severity.values().length;
    private static final int ACTIONS = Action.values().length;
    private static final int SUBTYPES = Subtype.values().length;

    private EventCheck() {}

    static void check(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadableEventException("no bytes");
        }
        if (bytes[0] != VERSION) {
            throw new UnreadableEventException("schema version " + (bytes[0] & 0xff) + " is not " + VERSION);
        }
        if (bytes.length < ADDRESSES + 8 || bytes.length < FirewallEvent.textsAt(bytes)) {
            throw new UnreadableEventException("cut short");
        }
        checkCode(bytes[LOG_TYPE], LOG_TYPES, "log type");
        checkCode(bytes[SEVERITY], SEVERITIES, "severity");
        checkCode(bytes[EventLayout.ACTION], ACTIONS, "action");
        checkCode(bytes[EventLayout.SUBTYPE], SUBTYPES, "subtype");
        checkTexts(bytes);
    }

    private static void checkTexts(byte[] bytes) {
        int at = FirewallEvent.textsAt(bytes);
        while (at + TEXT_HEADER <= bytes.length) {
            int length = (short) SHORT.get(bytes, at + 1) & 0xffff;
            if (bytes[at] == DEVICE && length > LONGEST_DEVICE) {
                throw new UnreadableEventException("device name of " + length + " bytes, more than " + LONGEST_DEVICE);
            }
            at += TEXT_HEADER + length;
        }
        if (at != bytes.length) {
            throw new UnreadableEventException("cut short in a text");
        }
    }

    private static void checkCode(byte code, int codes, String what) {
        if (code < 0 || code >= codes) {
            throw new UnreadableEventException(what + " code " + (code & 0xff) + " is not in 0 to " + (codes - 1));
        }
    }
}
