// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static io.activedefense.contracts.event.EventLayout.*;

import io.activedefense.contracts.address.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lays out events, one after another, in a buffer of its own: the only object an event costs is the event. Set what the
 * line tells, then {@link #build}; {@link #clear} begins the next. Not thread-safe.
 */
public final class FirewallEventWriter {
    /** Longer texts are cut, at a character's border, to stay within the layout. */
    public static final int LONGEST_TEXT = 0xffff;

    private static final int TEXTS = ADDRESSES + 32;
    private static final int MOST_BY_EIGHT = 48;

    private byte[] buffer = new byte[1024];
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int end;

    public FirewallEventWriter() {
        clear();
    }

    /** Forgets what was set. */
    public FirewallEventWriter clear() {
        Arrays.fill(buffer, 0, TEXTS, (byte) 0);
        buffer[0] = VERSION;
        sourceHigh = destinationHigh = 0;
        sourceLow = destinationLow = IpAddress.ipv4Low(0);
        end = TEXTS;
        return this;
    }

    public FirewallEventWriter logType(LogType type) {
        buffer[LOG_TYPE] = (byte) type.code();
        return this;
    }

    public FirewallEventWriter severity(Severity severity) {
        buffer[SEVERITY] = (byte) severity.code();
        return this;
    }

    public FirewallEventWriter action(Action action) {
        buffer[EventLayout.ACTION] = (byte) action.code();
        return this;
    }

    public FirewallEventWriter subtype(Subtype subtype) {
        buffer[EventLayout.SUBTYPE] = (byte) subtype.code();
        return this;
    }

    public FirewallEventWriter time(long eventTimeMillis, TimeOrigin origin) {
        LONG.set(buffer, EVENT_TIME, eventTimeMillis);
        int others = buffer[FLAGS] & ~(TIME_ORIGIN_MASK << TIME_ORIGIN_SHIFT);
        buffer[FLAGS] = (byte) (others | (origin.code() << TIME_ORIGIN_SHIFT));
        return this;
    }

    public FirewallEventWriter arrival(long arrivalMillis) {
        LONG.set(buffer, ARRIVAL, arrivalMillis);
        return this;
    }

    public FirewallEventWriter serverToClient(boolean serverToClient) {
        flag(SERVER_TO_CLIENT, serverToClient);
        return this;
    }

    public FirewallEventWriter source(long high, long low, int port) {
        sourceHigh = high;
        sourceLow = low;
        SHORT.set(buffer, SOURCE_PORT, (short) port);
        flag(SOURCE_IS_IPV6, !IpAddress.isIpv4(high, low));
        return this;
    }

    public FirewallEventWriter source(IpAddress address, int port) {
        return source(address.high(), address.low(), port);
    }

    public FirewallEventWriter destination(long high, long low, int port) {
        destinationHigh = high;
        destinationLow = low;
        SHORT.set(buffer, DESTINATION_PORT, (short) port);
        flag(DESTINATION_IS_IPV6, !IpAddress.isIpv4(high, low));
        return this;
    }

    public FirewallEventWriter destination(IpAddress address, int port) {
        return destination(address.high(), address.low(), port);
    }

    public FirewallEventWriter line(FileIdentity file, long offset, int length) {
        LONG.set(buffer, FILE_DEVICE, file.device());
        LONG.set(buffer, FILE_INODE, file.inode());
        INT.set(buffer, FILE_GENERATION, file.generation());
        LONG.set(buffer, LINE_OFFSET, offset);
        INT.set(buffer, LINE_LENGTH, length);
        return this;
    }

    /** A text from the bytes {@code [from, to)}; an empty one takes no room. A field is set at most once an event. */
    public FirewallEventWriter text(EventText field, byte[] text, int from, int to) {
        int length = cut(text, from, to);
        if (length == 0) {
            return this;
        }
        ensure(TEXT_HEADER + length + Long.BYTES);
        buffer[end] = (byte) field.tag();
        SHORT.set(buffer, end + 1, (short) length);
        copy(text, from, length);
        end += TEXT_HEADER + length;
        return this;
    }

    /** Eight bytes at a time, as most texts are short; what that writes too much, the next text writes over. */
    private void copy(byte[] text, int from, int length) {
        int to = end + TEXT_HEADER;
        if (length > MOST_BY_EIGHT || from + length + Long.BYTES > text.length) {
            System.arraycopy(text, from, buffer, to, length);
            return;
        }
        for (int at = 0; at < length; at += Long.BYTES) {
            LONG.set(buffer, to + at, (long) LONG.get(text, from + at));
        }
    }

    public FirewallEventWriter text(EventText field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return text(field, bytes, 0, bytes.length);
    }

    public FirewallEvent build() {
        boolean ipv6Source = !IpAddress.isIpv4(sourceHigh, sourceLow);
        boolean ipv6Destination = !IpAddress.isIpv4(destinationHigh, destinationLow);
        int texts = ADDRESSES + (ipv6Source ? 16 : 4) + (ipv6Destination ? 16 : 4);
        var event = new byte[texts + end - TEXTS];
        System.arraycopy(buffer, 0, event, 0, ADDRESSES);
        int at = putAddress(event, ADDRESSES, ipv6Source, sourceHigh, sourceLow);
        putAddress(event, at, ipv6Destination, destinationHigh, destinationLow);
        System.arraycopy(buffer, TEXTS, event, texts, end - TEXTS);
        return FirewallEvent.written(event);
    }

    private static int putAddress(byte[] event, int at, boolean ipv6, long high, long low) {
        if (!ipv6) {
            INT.set(event, at, (int) low);
            return at + 4;
        }
        LONG.set(event, at, high);
        LONG.set(event, at + 8, low);
        return at + 16;
    }

    private void flag(int flag, boolean set) {
        buffer[FLAGS] = (byte) (set ? buffer[FLAGS] | flag : buffer[FLAGS] & ~flag);
    }

    private static int cut(byte[] text, int from, int to) {
        int length = to - from;
        if (length <= LONGEST_TEXT) {
            return length;
        }
        int cut = from + LONGEST_TEXT;
        while (cut > from && (text[cut] & 0xc0) == 0x80) {
            cut--;
        }
        return cut - from;
    }

    private void ensure(int more) {
        if (end + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + more));
        }
    }
}
