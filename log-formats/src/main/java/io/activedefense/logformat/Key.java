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

    private static final int THREE_LONGS = 3 * Long.BYTES;

    private final byte[] text;
    private final int length;

    // Three longs that overlap and cover the text together, if it has 8 to 24 bytes.
    private final boolean covered;
    private final int middleAt;
    private final long head;
    private final long middle;
    private final long tail;

    Key(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        length = this.text.length;
        covered = length >= Long.BYTES && length <= THREE_LONGS;
        middleAt = Math.clamp(length - Long.BYTES, 0, Long.BYTES);
        head = covered ? (long) LONG.get(this.text, 0) : 0;
        middle = covered ? (long) LONG.get(this.text, middleAt) : 0;
        tail = covered ? (long) LONG.get(this.text, length - Long.BYTES) : 0;
    }

    int length() {
        return length;
    }

    boolean isAt(byte[] bytes, int at, int end) {
        if (at + length > end) {
            return false;
        }
        if (!covered) {
            return Arrays.equals(bytes, at, at + length, text, 0, length);
        }
        return (long) LONG.get(bytes, at) == head
                && (long) LONG.get(bytes, at + length - Long.BYTES) == tail
                && (long) LONG.get(bytes, at + middleAt) == middle;
    }

    /** Whether {@code [from, to)} is this text and nothing more. */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length && isAt(bytes, from, to);
    }
}
