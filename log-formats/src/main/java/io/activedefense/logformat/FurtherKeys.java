// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.Values.*;

/**
 * The keys that may follow Type in the extended format, in any order. A device writes them in one order always: the key
 * that last stood before another is tried first. Not thread-safe.
 */
final class FurtherKeys {
    private static final int NONE = -1;

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

    /** The key that stands at this semicolon, as a key of {@link Values}, or less than 0 if none does. */
    int find(byte[] line, int place, int end) {
        int expected = next[last];
        if (!KEYS[expected].isAt(line, place, end)) {
            expected = search(line, place, end);
            if (expected == NONE) {
                return NONE;
            }
            next[last] = expected;
        }
        last = expected;
        return FURTHER + expected;
    }

    int length(int key) {
        return KEYS[key - FURTHER].length();
    }

    private static int search(byte[] line, int place, int end) {
        for (int i = 0; i < KEYS.length; i++) {
            if (KEYS[i].isAt(line, place, end)) {
                return i;
            }
        }
        return NONE;
    }
}
