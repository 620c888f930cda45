// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.address.IpAddress;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows as PostgreSQL's binary COPY takes them, laid out one behind the other in a buffer of its own. */
final class CopyRows {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(ISO_8859_1);
    private static final long MILLIS_OF_2000 = 946_684_800_000L;
    private static final byte INET = 2;
    private static final byte INET6 = 3;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1 << 17];
    private int end;

    /** What was laid out since it was last emptied: {@link #length} bytes. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return end;
    }

    void empty() {
        end = 0;
    }

    void signature() {
        put(SIGNATURE);
    }

    void row(int columns) {
        room(Short.BYTES);
        SHORT.set(bytes, end, (short) columns);
        end += Short.BYTES;
    }

    void trailer() {
        row(-1);
    }

    void int2(int value) {
        length(Short.BYTES);
        SHORT.set(bytes, end, (short) value);
        end += Short.BYTES;
    }

    void int4(int value) {
        length(Integer.BYTES);
        INT.set(bytes, end, value);
        end += Integer.BYTES;
    }

    void int4(@Nullable Integer value) {
        if (value == null) {
            nothing();
        } else {
            int4(value.intValue());
        }
    }

    void int8(long value) {
        length(Long.BYTES);
        LONG.set(bytes, end, value);
        end += Long.BYTES;
    }

    void int8(@Nullable Long value) {
        if (value == null) {
            nothing();
        } else {
            int8(value.longValue());
        }
    }

    void bool(boolean value) {
        length(1);
        bytes[end++] = (byte) (value ? 1 : 0);
    }

    /** A timestamptz. */
    void time(long millis) {
        int8((millis - MILLIS_OF_2000) * 1000);
    }

    void inet(long high, long low) {
        boolean ipv4 = IpAddress.isIpv4(high, low);
        int size = ipv4 ? 4 : 16;
        length(4 + size);
        bytes[end] = ipv4 ? INET : INET6;
        bytes[end + 1] = (byte) (size * 8);
        bytes[end + 2] = 0;
        bytes[end + 3] = (byte) size;
        if (ipv4) {
            INT.set(bytes, end + 4, (int) low);
        } else {
            LONG.set(bytes, end + 4, high);
            LONG.set(bytes, end + 12, low);
        }
        end += 4 + size;
    }

    void bytea(byte[] value) {
        length(value.length);
        put(value);
    }

    void text(@Nullable String value) {
        if (value == null) {
            nothing();
        } else {
            bytea(value.getBytes(UTF_8));
        }
    }

    private void nothing() {
        room(Integer.BYTES);
        INT.set(bytes, end, -1);
        end += Integer.BYTES;
    }

    /** A value's length, and room for it. */
    private void length(int length) {
        room(Integer.BYTES + length);
        INT.set(bytes, end, length);
        end += Integer.BYTES;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, end, value.length);
        end += value.length;
    }

    private void room(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }
}
