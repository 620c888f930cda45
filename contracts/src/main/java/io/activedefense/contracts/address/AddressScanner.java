// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import java.util.Arrays;

/**
 * Reads an address from ASCII bytes without making objects. Reusable, not thread-safe: after a successful
 * {@link #scan} the result stands in {@link #high} and {@link #low}, in the form of {@link IpAddress}.
 *
 * <p>Accepts dotted decimal of exactly four parts without leading zeros, and the text forms of RFC 4291 section 2.2,
 * without a zone.
 */
public final class AddressScanner {
    private static final int GROUPS = 8;

    private final int[] groups = new int[GROUPS];
    private long high;
    private long low;

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    /** Whether the bytes {@code [from, to)} are an address; if so, takes its value. */
    public boolean scan(byte[] text, int from, int to) {
        long bits = Ipv4Text.read(text, from, to);
        if (bits == Ipv4Text.NONE) {
            return scanIpv6(text, from, to);
        }
        high = 0;
        low = IpAddress.MAPPED_IPV4 | bits;
        return true;
    }

    private boolean scanIpv6(byte[] text, int from, int to) {
        int count = 0;
        int compressedAt = -1;
        int at = from;
        if (startsWithDoubleColon(text, at, to)) {
            compressedAt = 0;
            at += 2;
        }
        while (at < to) {
            int end = endOfGroup(text, at, to);
            int read = end < to && text[end] == '.' ? readIpv4(text, at, to, count) : readHex(text, at, end, count);
            if (read == 0) {
                return false;
            }
            count += read;
            at = read == 2 ? to : end;
            if (startsWithDoubleColon(text, at, to)) {
                if (compressedAt >= 0) {
                    return false;
                }
                compressedAt = count;
                at += 2;
            } else if (at < to && ++at == to) {
                return false;
            }
        }
        return expand(count, compressedAt);
    }

    /** Puts the zeros of "::" where they belong and takes the value. */
    private boolean expand(int count, int compressedAt) {
        if (compressedAt < 0 ? count != GROUPS : count == GROUPS) {
            return false;
        }
        if (compressedAt >= 0) {
            int behind = count - compressedAt;
            System.arraycopy(groups, compressedAt, groups, GROUPS - behind, behind);
            Arrays.fill(groups, compressedAt, GROUPS - behind, 0);
        }
        high = fourGroups(0);
        low = fourGroups(4);
        return true;
    }

    private long fourGroups(int first) {
        return (long) groups[first] << 48
                | (long) groups[first + 1] << 32
                | (long) groups[first + 2] << 16
                | groups[first + 3];
    }

    /** The groups read: one, or none if this is no group or there is no room for it. */
    private int readHex(byte[] text, int from, int to, int count) {
        if (to == from || to - from > 4 || count == GROUPS) {
            return 0;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return 0;
            }
            value = value << 4 | digit;
        }
        groups[count] = value;
        return 1;
    }

    /** The groups read: two, or none. */
    private int readIpv4(byte[] text, int from, int to, int count) {
        long bits = Ipv4Text.read(text, from, to);
        if (bits == Ipv4Text.NONE || count > GROUPS - 2) {
            return 0;
        }
        groups[count] = (int) (bits >>> 16);
        groups[count + 1] = (int) bits & 0xffff;
        return 2;
    }

    private static boolean startsWithDoubleColon(byte[] text, int at, int to) {
        return at + 1 < to && text[at] == ':' && text[at + 1] == ':';
    }

    private static int endOfGroup(byte[] text, int at, int to) {
        while (at < to && text[at] != ':' && text[at] != '.') {
            at++;
        }
        return at;
    }
}
