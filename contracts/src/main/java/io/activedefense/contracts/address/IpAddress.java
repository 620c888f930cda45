// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * An IPv4 or IPv6 address in 128 bits. IPv4 is held as its IPv4-mapped form ({@code ::ffff:a.b.c.d}), so that one
 * address has one value however it was written. Natural order: IPv4 by number, then IPv6 by number.
 *
 * @param high the upper 64 bits, network order
 * @param low the lower 64 bits, network order
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    static final long MAPPED_IPV4 = 0x0000_ffff_0000_0000L;

    /** The address with these 32 bits, network order. */
    public static IpAddress ipv4(int bits) {
        return new IpAddress(0, ipv4Low(bits));
    }

    /** The lower 64 bits of the IPv4 address with these 32 bits. */
    public static long ipv4Low(int bits) {
        return MAPPED_IPV4 | Integer.toUnsignedLong(bits);
    }

    /**
     * Reads dotted decimal without leading zeros, or RFC 4291 text without a zone.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    @JsonCreator
    public static IpAddress parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var scanner = new AddressScanner();
        if (!scanner.scan(bytes, 0, bytes.length)) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address");
        }
        return new IpAddress(scanner.high(), scanner.low());
    }

    public boolean isIpv4() {
        return isIpv4(high, low);
    }

    /** Whether 128 bits are an IPv4 address. */
    public static boolean isIpv4(long high, long low) {
        return high == 0 && (low & 0xffff_ffff_0000_0000L) == MAPPED_IPV4;
    }

    /** The 32 bits of an IPv4 address. */
    public int ipv4Bits() {
        if (!isIpv4()) {
            throw new IllegalStateException(this + " is not IPv4");
        }
        return (int) low;
    }

    // Written out: what the compiler makes of a record's equality is not inlined, and the detector asks at every event.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && low == address.low && high == address.high;
    }

    @Override
    public int hashCode() {
        return Long.hashCode((31 * high + low) * 0x9e3779b97f4a7c15L);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = Boolean.compare(other.isIpv4(), isIpv4());
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Dotted decimal, or the canonical text of RFC 5952. */
    @Override
    @JsonValue
    public String toString() {
        return isIpv4() ? ipv4Text() : ipv6Text();
    }

    private String ipv4Text() {
        return (low >> 24 & 0xff) + "." + (low >> 16 & 0xff) + "." + (low >> 8 & 0xff) + "." + (low & 0xff);
    }

    private String ipv6Text() {
        int zerosFrom = -1;
        int zerosTo = -1;
        for (int from = 0; from < 8; from++) {
            int to = from;
            while (to < 8 && group(to) == 0) {
                to++;
            }
            if (to - from > Math.max(1, zerosTo - zerosFrom)) {
                zerosFrom = from;
                zerosTo = to;
            }
            from = Math.max(from, to - 1);
        }
        var text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == zerosFrom) {
                text.append("::");
                i = zerosTo - 1;
                continue;
            }
            if (i > 0 && i != zerosTo) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }
}
