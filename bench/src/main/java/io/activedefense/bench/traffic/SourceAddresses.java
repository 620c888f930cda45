// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;

/**
 * Globally routable addresses, none given twice: numbers are spread over whole /8 blocks that hold no special range.
 * They are text in a log and nothing is ever sent to them.
 */
final class SourceAddresses {
    /** An odd factor makes every number of 24 bits another one. */
    private static final int SPREAD = 0x9e3779;

    private static final int HOST_BITS = 24;

    private final int[] blocks;
    private int given;

    private SourceAddresses(int... blocks) {
        this.blocks = blocks;
    }

    static SourceAddresses ofAttackers() {
        return new SourceAddresses(45, 91, 103, 141, 185);
    }

    static SourceAddresses ofOthers() {
        return new SourceAddresses(62, 77, 82, 109, 151, 178, 213);
    }

    static SourceAddresses ofProbes() {
        return new SourceAddresses(5, 31, 37, 46, 79, 87, 95);
    }

    IpAddress next() {
        return at(given++);
    }

    /** The address with this number, the same every time. */
    IpAddress at(int number) {
        int block = blocks[Math.floorMod(number, blocks.length)];
        int host = ((number / blocks.length + 1) * SPREAD) & ((1 << HOST_BITS) - 1);
        return IpAddress.ipv4(block << HOST_BITS | host);
    }

    /** The upper half of the next address of an IPv6 /64. */
    long nextIpv6Network() {
        return 0x2a0e_0000_0000_0000L | Integer.toUnsignedLong(given++ * SPREAD) << 16;
    }
}
