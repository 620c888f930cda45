// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

/**
 * How many sightings there are of a pair, a destination and a port, or a few more: counted by hash, as a counting Bloom
 * filter of one function does, so that places may change and none need be looked at that can't matter.
 */
final class SightingCounts {
    // Counts up to the most sightings of a source fit in 16 bits.
    private final char[] pairs;
    private final char[] hosts;
    private final char[] ports;
    private final int shift;

    /** With a slot or two for each of so many sightings, so that few share one. */
    SightingCounts(int sightings) {
        int slots = 2 * Integer.highestOneBit(sightings);
        pairs = new char[slots];
        hosts = new char[slots];
        ports = new char[slots];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
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
        return slot(31 * (31 * destinationHigh + destinationLow) + pair);
    }

    private int hostSlot(long destinationHigh, long destinationLow) {
        return slot(31 * destinationHigh + destinationLow);
    }

    private int portSlot(int port) {
        return slot(port);
    }

    /** Fibonacci hashing: the upper bits of a product with 2^64 divided by the golden ratio. */
    private int slot(long value) {
        return (int) ((value * 0x9e37_79b9_7f4a_7c15L) >>> shift);
    }
}
