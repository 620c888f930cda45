// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * Sources that each try two ports of one host within the windows, so that the detector holds state of all and lists none.
 *
 * @param sources how many
 * @param startAt event time of the first; the last comes ten minutes later
 */
record ManySources(int sources, Instant startAt) {
    static final int EVENTS_A_SOURCE = 2;

    private static final int FIRST_ADDRESS = 0x14000000; // 20.0.0.0, and 16 million public addresses behind it
    private static final long SPAN = Duration.ofMinutes(10).toMillis();
    private static final IpAddress DESTINATION = IpAddress.parse("5.6.7.8");

    long events() {
        return (long) sources * EVENTS_A_SOURCE;
    }

    FirewallEvent event(long number, FirewallEventWriter writer) {
        int source = (int) (number % sources);
        long at = startAt.toEpochMilli() + SPAN * number / events();
        return DroppedSession.event(
                writer, FIRST_ADDRESS + source, DESTINATION, 80 + (int) (number / sources), at, number);
    }
}
