// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fixed text that is looked for at a place, compared eight bytes at a time. */
final class Key {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] text;
    private final long head;
    private final long tail;

    Key(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        boolean twoLongsCoverIt = length() >= Long.BYTES && length() <= 2 * Long.BYTES;
        head = twoLongsCoverIt ? (long) LONG.get(this.text, 0) : 0;
        tail = twoLongsCoverIt ? (long) LONG.get(this.text, length() - Long.BYTES) : 0;
    }

    int length() {
        return text.length;
    }

    boolean isAt(byte[] bytes, int at, int end) {
        if (at + length() > end) {
            return false;
        }
        if (head == 0) {
            return Arrays.equals(bytes, at, at + length(), text, 0, length());
        }
        return (long) LONG.get(bytes, at) == head && (long) LONG.get(bytes, at + length() - Long.BYTES) == tail;
    }

    /** Whether {@code [from, to)} is this text and nothing more. */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length() && isAt(bytes, from, to);
    }
}
