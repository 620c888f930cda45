// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * A flood of one event a source, spread over twenty minutes of event time, with slow scanners among it: each tries eleven
 * ports of a host within ten minutes.
 *
 * @param sources that send one event each, up to 8 million
 * @param scanners that scan, an even number
 * @param startAt event time of the first event
 */
record SpoofedSources(int sources, int scanners, Instant startAt) {
    static final int PORTS = 11;

    private static final Duration SPAN = Duration.ofMinutes(20);
    private static final int FIRST_SPOOFED = 0x1400_0000; // 20.0.0.0, and 8 million public addresses behind it
    private static final int SPOOFED_BITS = 23;
    private static final int FIRST_SCANNER = 0x5b00_0000; // 91.0.0.0
    private static final IpAddress DESTINATION = IpAddress.parse("5.6.7.8");

    long events() {
        return (long) sources + (long) scanners * PORTS;
    }

    /** The event of this number. Half of the scanners scan in the first ten minutes, the others in the second. */
    FirewallEvent event(long number, FirewallEventWriter writer) {
        long turns = (long) scanners * PORTS;
        long every = events() / turns;
        long turn = number / every;
        if (number % every == 0 && turn < turns) {
            int half = scanners / 2;
            int inHalf = (int) (turn % (turns / 2));
            int scanner = (int) (turn / (turns / 2)) * half + inHalf % half;
            return event(FIRST_SCANNER + scanner, 1 + inHalf / half, number, writer);
        }
        int spoofed = (int) ((number * 0x9e37_79b1L) & ((1 << SPOOFED_BITS) - 1)); // odd: no two alike
        return event(FIRST_SPOOFED + spoofed, 443, number, writer);
    }

    private FirewallEvent event(int source, int port, long number, FirewallEventWriter writer) {
        long at = startAt.toEpochMilli() + SPAN.toMillis() * number / events();
        return DroppedSession.event(writer, source, DESTINATION, port, at, number);
    }
}
