// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Version 1 of an event's bytes, big-endian. {@code contracts/src/main/resources/schemas/firewall-event.md} is its
 * schema; readers refuse other versions.
 *
 * <pre>
 *  0  u8   version                8  u16 destination port    48  u64 line offset
 *  1  u8   flags                 10  u16 reserved, 0         56  u32 line length
 *  2  u8   log type              12  i64 event time, ms      60  source, 4 or 16 bytes
 *  3  u8   severity              20  i64 arrival, ms          .  destination, 4 or 16 bytes
 *  4  u8   action                28  u64 file's device        .  texts: u8 tag, u16 length, UTF-8, to the end
 *  5  u8   subtype               36  u64 file's inode
 *  6  u16  source port           44  i32 file's generation
 * </pre>
 */
final class EventLayout {
    static final int VERSION = 1;

    static final int FLAGS = 1;
    static final int LOG_TYPE = 2;
    static final int SEVERITY = 3;
    static final int ACTION = 4;
    static final int SUBTYPE = 5;
    static final int SOURCE_PORT = 6;
    static final int DESTINATION_PORT = 8;
    static final int EVENT_TIME = 12;
    static final int ARRIVAL = 20;
    static final int FILE_DEVICE = 28;
    static final int FILE_INODE = 36;
    static final int FILE_GENERATION = 44;
    static final int LINE_OFFSET = 48;
    static final int LINE_LENGTH = 56;
    static final int ADDRESSES = 60;

    static final int SOURCE_IS_IPV6 = 1;
    static final int DESTINATION_IS_IPV6 = 1 << 1;
    static final int TIME_ORIGIN_SHIFT = 2;
    static final int TIME_ORIGIN_MASK = 3;
    static final int SERVER_TO_CLIENT = 1 << 4;

    static final int TEXT_HEADER = 3;

    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private EventLayout() {}
}
