// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static io.activedefense.contracts.event.EventLayout.*;

/** Whether bytes are an event, so that reading one can't run over its end or meet an unknown code. */
final class EventCheck {
    private EventCheck() {}

    static void check(byte[] bytes) {
        require(bytes.length > 0, "no bytes");
        require(bytes[0] == VERSION, "schema version " + (bytes[0] & 0xff) + " is not " + VERSION);
        require(bytes.length >= ADDRESSES + 8 && bytes.length >= FirewallEvent.textsAt(bytes), "cut short");
        requireCode(bytes[LOG_TYPE], LogType.values().length, "log type");
        requireCode(bytes[SEVERITY], Severity.values().length, "severity");
        requireCode(bytes[EventLayout.ACTION], Action.values().length, "action");
        requireCode(bytes[EventLayout.SUBTYPE], Subtype.values().length, "subtype");
        checkTexts(bytes);
    }

    private static void checkTexts(byte[] bytes) {
        int at = FirewallEvent.textsAt(bytes);
        while (at < bytes.length) {
            require(at + TEXT_HEADER <= bytes.length, "cut short in a text");
            at += TEXT_HEADER + ((short) SHORT.get(bytes, at + 1) & 0xffff);
        }
        require(at == bytes.length, "cut short in a text");
    }

    private static void requireCode(byte code, int codes, String what) {
        require(code >= 0 && code < codes, what + " code " + (code & 0xff) + " is not in 0 to " + (codes - 1));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnreadableEventException(otherwise);
        }
    }
}
