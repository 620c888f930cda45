// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
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
    private static final FileIdentity FILE = new FileIdentity(1, 1, 0);

    long events() {
        return (long) sources * EVENTS_A_SOURCE;
    }

    FirewallEvent event(long number, FirewallEventWriter writer) {
        int source = (int) (number % sources);
        long at = startAt.toEpochMilli() + SPAN * number / events();
        return writer.clear()
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(Action.DROP)
                .source(IpAddress.ipv4(FIRST_ADDRESS + source), 40_000)
                .destination(DESTINATION, 80 + (int) (number / sources))
                .time(at, TimeOrigin.TIME_RECEIVED)
                .arrival(at)
                .line(FILE, number * 350, 350)
                .text(EventText.DEVICE, "PA-BENCH")
                .text(EventText.RULE_NAME, "deny all")
                .build();
    }
}
