// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;

/** Events as tests speak of them: seconds since a noon. */
public final class Events {
    public static final long NOON = 1_770_000_000_000L;

    private Events() {}

    public static FirewallEvent traffic(String source, String destination, int port, int second) {
        return traffic(source, destination, port, second, Action.DROP);
    }

    public static FirewallEvent traffic(String source, String destination, int port, int second, Action action) {
        return event(source, destination, port, second)
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(action)
                .build();
    }

    /** Sent from this port, as an answer would be. */
    static FirewallEvent trafficFrom(
            int sourcePort, String source, String destination, int port, int second, Action action) {
        return event(source, destination, port, second)
                .source(IpAddress.parse(source), sourcePort)
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(action)
                .build();
    }

    public static FirewallEventWriter threat(String source, int second, Severity severity, Subtype subtype) {
        return event(source, "5.6.7.8", 443, second)
                .logType(LogType.THREAT)
                .subtype(subtype)
                .severity(severity)
                .text(EventText.THREAT_NAME, "Log4j RCE")
                .action(Action.RESET_BOTH);
    }

    private static FirewallEventWriter event(String source, String destination, int port, int second) {
        long at = NOON + second * 1000L;
        return new FirewallEventWriter()
                .source(IpAddress.parse(source), 40_000)
                .destination(IpAddress.parse(destination), port)
                .time(at, TimeOrigin.TIME_RECEIVED)
                .arrival(at)
                .text(EventText.DEVICE, "PA-1")
                .text(EventText.RULE_NAME, "deny all");
    }
}
