// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.Arrays;

/** Takes the doubled quotation marks out of values, which are seldom: into bytes of its own, as a line isn't ours to change. */
final class Unquoting {
    private static final int USUAL = 1024;
    private static final int KEPT_AT_MOST = 64 * 1024;

    private byte[] copy = new byte[USUAL];
    private int end;

    /** Moves every value. */
    void unquote(Values values) {
        end = 0;
        if (copy.length > KEPT_AT_MOST) {
            copy = new byte[USUAL];
        }
        byte[] line = values.bytes();
        for (int key = 0; key < Values.COUNT; key++) {
            int from = end;
            append(line, values.from(key), values.to(key));
            values.put(key, from, end);
        }
        values.moveTo(copy);
    }

    private void append(byte[] line, int from, int to) {
        if (end + to - from > copy.length) {
            copy = Arrays.copyOf(copy, Math.max(2 * copy.length, end + to - from));
        }
        for (int at = from; at < to; at++) {
            copy[end++] = line[at];
            if (line[at] == '"') {
                at++; // its double
            }
        }
    }
}
