// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An address prefix. A whole address is a prefix of 32 (IPv4) or 128 (IPv6) bits and is written bare.
 *
 * @param network the lowest address of the prefix: no bit is set behind {@code prefixLength}
 * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress network, int prefixLength) implements Comparable<Cidr> {
    private static final int MAPPED_BITS = 96;

    public Cidr {
        int longest = longest(network);
        if (prefixLength < 0 || prefixLength > longest) {
            throw new IllegalArgumentException(
                    "prefix length " + prefixLength + " of " + network + " is not in 0 to " + longest);
        }
        if (prefixLength < longest) {
            requireLowest(network, prefixLength);
        }
    }

    private static void requireLowest(IpAddress network, int prefixLength) {
        IpAddress lowest = lowest(network, prefixLength);
        if (!lowest.equals(network)) {
            throw new IllegalArgumentException(network + "/" + prefixLength + " has address bits set behind its prefix;"
                    + " the network is " + lowest + "/" + prefixLength);
        }
    }

    // Written out for the same reason as those of IpAddress.
    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefixLength == cidr.prefixLength && network.equals(cidr.network);
    }

    @Override
    public int hashCode() {
        return network.hashCode() + prefixLength;
    }

    /** The prefix that holds just this address. */
    public static Cidr of(IpAddress address) {
        return new Cidr(address, longest(address));
    }

    /** The prefix of this length that holds the address. */
    public static Cidr around(IpAddress address, int prefixLength) {
        return new Cidr(lowest(address, prefixLength), prefixLength);
    }

    /**
     * Reads {@code address} or {@code address/length}.
     *
     * @throws IllegalArgumentException if it is neither, or has address bits set behind its prefix
     */
    @JsonCreator
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(IpAddress.parse(text));
        }
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' is not an address or a prefix such as 192.0.2.0/24");
        }
        return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    public boolean isIpv4() {
        return network.isIpv4();
    }

    public boolean isSingleAddress() {
        return prefixLength == longest(network);
    }

    public boolean contains(IpAddress address) {
        return address.isIpv4() == isIpv4() && lowest(address, prefixLength).equals(network);
    }

    public boolean contains(Cidr other) {
        return other.prefixLength >= prefixLength && contains(other.network);
    }

    public boolean intersects(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** The highest address of the prefix. */
    public IpAddress last() {
        int bits = bits128();
        return new IpAddress(network.high() | ~maskHigh(bits), network.low() | ~maskLow(bits));
    }

    /** The prefix length counted in the 128 bits of {@link IpAddress}. */
    public int bits128() {
        return isIpv4() ? MAPPED_BITS + prefixLength : prefixLength;
    }

    /** By network, the wider first. */
    @Override
    public int compareTo(Cidr other) {
        int byNetwork = network.compareTo(other.network);
        return byNetwork != 0 ? byNetwork : Integer.compare(prefixLength, other.prefixLength);
    }

    /** The bare address where the prefix holds just one, else {@code network/length}. */
    @Override
    @JsonValue
    public String toString() {
        return isSingleAddress() ? network.toString() : network + "/" + prefixLength;
    }

    private static int longest(IpAddress address) {
        return address.isIpv4() ? 32 : 128;
    }

    private static IpAddress lowest(IpAddress address, int prefixLength) {
        int bits = address.isIpv4() ? MAPPED_BITS + prefixLength : prefixLength;
        return new IpAddress(address.high() & maskHigh(bits), address.low() & maskLow(bits));
    }

    private static long maskHigh(int bits) {
        return bits == 0 ? 0 : -1L << Math.max(0, 64 - bits);
    }

    private static long maskLow(int bits) {
        return bits <= 64 ? 0 : -1L << (128 - bits);
    }
}
