// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

/**
 * How many sightings there are of a pair, a destination and a port, or a few more: counted by hash, as a counting Bloom
 * filter of one function does, so that places may change and none need be looked at that can't matter.
 */
final class SightingCounts {
    /**
     * So many times as many slots for pairs. Who tries port after port never tries a pair twice, so that every search for
     * the same pair goes through all sightings, for nothing. Where a pair has a slot or two, four in ten new ones share
     * theirs and are searched for, which took a quarter of the time that such a source took; with so many it is one in ten.
     */
    private static final int PAIR_FACTOR = 4;

    // Counts up to the most sightings of a source fit in 16 bits.
    private final char[] pairs;
    private final char[] hosts;
    private final char[] ports;
    private final int shift;
    private final int pairShift;

    /** With a slot or two for each of so many sightings, so that few share one. */
    SightingCounts(int sightings) {
        int slots = 2 * Integer.highestOneBit(sightings);
        pairs = new char[PAIR_FACTOR * slots];
        hosts = new char[slots];
        ports = new char[slots];
        shift = shiftTo(hosts);
        pairShift = shiftTo(pairs);
    }

    private static int shiftTo(char[] slots) {
        return Long.SIZE - Integer.numberOfTrailingZeros(slots.length);
    }

    int bytes() {
        return Character.BYTES * (pairs.length + hosts.length + ports.length);
    }

    void add(long destinationHigh, long destinationLow, long pair, int port, int by) {
        pairs[pairSlot(destinationHigh, destinationLow, pair)] += (char) by;
        hosts[hostSlot(destinationHigh, destinationLow)] += (char) by;
        ports[portSlot(port)] += (char) by;
    }

    int pairs(long destinationHigh, long destinationLow, long pair) {
        return pairs[pairSlot(destinationHigh, destinationLow, pair)];
    }

    int ofHost(long destinationHigh, long destinationLow) {
        return hosts[hostSlot(destinationHigh, destinationLow)];
    }

    int ofPort(int port) {
        return ports[portSlot(port)];
    }

    private int pairSlot(long destinationHigh, long destinationLow, long pair) {
        return slot(31 * (31 * destinationHigh + destinationLow) + pair, pairShift);
    }

    private int hostSlot(long destinationHigh, long destinationLow) {
        return slot(31 * destinationHigh + destinationLow, shift);
    }

    private int portSlot(int port) {
        return slot(port, shift);
    }

    /** Fibonacci hashing: the upper bits of a product with 2^64 divided by the golden ratio. */
    private static int slot(long value, int shift) {
        return (int) ((value * 0x9e37_79b9_7f4a_7c15L) >>> shift);
    }
}
