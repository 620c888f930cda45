// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Values.*;

/**
 * The keys that may follow Type in the extended format, in any order. A device writes them in one order always: the key
 * that last stood before another is tried first. Not thread-safe.
 */
final class FurtherKeys {
    /** In the order of {@link Values}. */
    private static final Key[] KEYS = {
        new Key("; Proto="),
        new Key("; App="),
        new Key("; SrcZone="),
        new Key("; DstZone="),
        new Key("; Serial="),
        new Key("; SeqNo="),
        new Key("; DeviceName="),
        new Key("; SessionEndReason="),
        new Key("; PktsReceived="),
        new Key("; RepeatCount="),
        new Key("; SrcEDL="),
        new Key("; Direction="),
        new Key("; HighResTimestamp="),
    };

    /** By the key found last: which was found behind it the last time. */
    private final int[] next = new int[KEYS.length];

    private int last;

    /** Whether the key that is expected stands at this semicolon; if so, it is the {@link #last}. */
    boolean isExpected(byte[] line, int place, int end) {
        int expected = next[last];
        if (!KEYS[expected].isAt(line, place, end)) {
            return false;
        }
        last = expected;
        return true;
    }

    /** Whether any of the keys stands there; if so, it is the {@link #last}, and expected the next time. */
    boolean isAny(byte[] line, int place, int end) {
        for (int key = 0; key < KEYS.length; key++) {
            if (KEYS[key].isAt(line, place, end)) {
                next[last] = key;
                last = key;
                return true;
            }
        }
        return false;
    }

    /** The key found last, as one of {@link Values}. */
    int last() {
        return FURTHER + last;
    }

    /** The bytes of the key found last, before its value. */
    int length() {
        return KEYS[last].length();
    }
}
