// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static io.activedefense.contracts.event.EventLayout.*;

import io.activedefense.contracts.address.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One parsed line of a firewall's log, over its bytes: a field is read where it stands, and the fields that rules need
 * cost no object. Immutable; equal if the bytes are.
 */
public final class FirewallEvent {
    private final byte[] bytes;

    private FirewallEvent(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The event that these bytes are; they must not change afterwards.
     *
     * @throws UnreadableEventException if they are not an event of a version that is known here
     */
    public static FirewallEvent of(byte[] bytes) {
        EventCheck.check(bytes);
        return new FirewallEvent(bytes);
    }

    /** The event in bytes that the writer has just laid out. */
    static FirewallEvent written(byte[] bytes) {
        return new FirewallEvent(bytes);
    }

    /** The event's bytes, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public LogType logType() {
        return LogType.ofCode(bytes[LOG_TYPE]);
    }

    public Severity severity() {
        return Severity.ofCode(bytes[SEVERITY]);
    }

    public Action action() {
        return Action.ofCode(bytes[EventLayout.ACTION]);
    }

    public Subtype subtype() {
        return Subtype.ofCode(bytes[EventLayout.SUBTYPE]);
    }

    /** Milliseconds since 1970, UTC. */
    public long eventTimeMillis() {
        return (long) LONG.get(bytes, EVENT_TIME);
    }

    /** When the line was read from its file: milliseconds since 1970, UTC. */
    public long arrivalMillis() {
        return (long) LONG.get(bytes, ARRIVAL);
    }

    public TimeOrigin timeOrigin() {
        return TimeOrigin.ofCode(bytes[FLAGS] >> TIME_ORIGIN_SHIFT & TIME_ORIGIN_MASK);
    }

    /** Whether the format tells that the session's server sent it, so that the source is the victim. */
    public boolean serverToClient() {
        return (bytes[FLAGS] & SERVER_TO_CLIENT) != 0;
    }

    public int sourcePort() {
        return (short) SHORT.get(bytes, SOURCE_PORT) & 0xffff;
    }

    public int destinationPort() {
        return (short) SHORT.get(bytes, DESTINATION_PORT) & 0xffff;
    }

    public IpAddress source() {
        return new IpAddress(sourceHigh(), sourceLow());
    }

    public IpAddress destination() {
        return new IpAddress(destinationHigh(), destinationLow());
    }

    /** The upper half of the source, as {@link IpAddress} holds it. */
    public long sourceHigh() {
        return high(ADDRESSES, sourceIsIpv6());
    }

    /** The lower half of the source, as {@link IpAddress} holds it. */
    public long sourceLow() {
        return low(ADDRESSES, sourceIsIpv6());
    }

    /** The upper half of the destination, as {@link IpAddress} holds it. */
    public long destinationHigh() {
        return high(destinationAt(bytes), destinationIsIpv6());
    }

    /** The lower half of the destination, as {@link IpAddress} holds it. */
    public long destinationLow() {
        return low(destinationAt(bytes), destinationIsIpv6());
    }

    public LineIdentity line() {
        var file = new FileIdentity((long) LONG.get(bytes, FILE_DEVICE), (long) LONG.get(bytes, FILE_INODE), (int)
                INT.get(bytes, FILE_GENERATION));
        return new LineIdentity(file, (long) LONG.get(bytes, LINE_OFFSET), (int) INT.get(bytes, LINE_LENGTH));
    }

    /** The field's text, empty where the line had none. */
    public String text(EventText field) {
        int at = textsAt(bytes);
        while (at < bytes.length) {
            int length = (short) SHORT.get(bytes, at + 1) & 0xffff;
            if (bytes[at] == field.tag()) {
                return new String(bytes, at + TEXT_HEADER, length, StandardCharsets.UTF_8);
            }
            at += TEXT_HEADER + length;
        }
        return "";
    }

    /** The action as the firewall wrote it. */
    public String actionText() {
        return action() == Action.OTHER ? text(EventText.ACTION) : action().text();
    }

    /** The subtype as the firewall wrote it. */
    public String subtypeText() {
        return subtype() == Subtype.OTHER ? text(EventText.SUBTYPE) : subtype().text();
    }

    static int textsAt(byte[] bytes) {
        return destinationAt(bytes) + ((bytes[FLAGS] & DESTINATION_IS_IPV6) != 0 ? 16 : 4);
    }

    private static int destinationAt(byte[] bytes) {
        return ADDRESSES + ((bytes[FLAGS] & SOURCE_IS_IPV6) != 0 ? 16 : 4);
    }

    private boolean sourceIsIpv6() {
        return (bytes[FLAGS] & SOURCE_IS_IPV6) != 0;
    }

    private boolean destinationIsIpv6() {
        return (bytes[FLAGS] & DESTINATION_IS_IPV6) != 0;
    }

    private long high(int at, boolean ipv6) {
        return ipv6 ? (long) LONG.get(bytes, at) : 0;
    }

    private long low(int at, boolean ipv6) {
        return ipv6 ? (long) LONG.get(bytes, at + 8) : IpAddress.ipv4Low((int) INT.get(bytes, at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirewallEvent event && Arrays.equals(bytes, event.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return logType() + " " + source() + ":" + sourcePort() + " -> " + destination() + ":" + destinationPort() + " "
                + actionText() + " at " + java.time.Instant.ofEpochMilli(eventTimeMillis());
    }
}
