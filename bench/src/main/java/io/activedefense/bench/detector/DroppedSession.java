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

/** Events as a firewall logs them whose last rule drops what no other allows. */
final class DroppedSession {
    private static final FileIdentity FILE = new FileIdentity(1, 1, 0);
    private static final int LINE_BYTES = 350;

    private DroppedSession() {}

    /**
     * @param source an IPv4 address
     * @param at event time and arrival, in milliseconds since 1970
     * @param number of the line in its file, from 0
     */
    static FirewallEvent event(
            FirewallEventWriter writer, int source, IpAddress destination, int port, long at, long number) {
        return writer.clear()
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(Action.DROP)
                .source(IpAddress.ipv4(source), 40_000)
                .destination(destination, port)
                .time(at, TimeOrigin.TIME_RECEIVED)
                .arrival(at)
                .line(FILE, number * LINE_BYTES, LINE_BYTES)
                .text(EventText.DEVICE, "PA-BENCH")
                .text(EventText.RULE_NAME, "deny all")
                .build();
    }
}
