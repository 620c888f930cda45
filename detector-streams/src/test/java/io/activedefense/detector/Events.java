// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Instant;

/** Events as tests speak of them: seconds since a noon. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    public static FirewallEvent traffic(String device, String source, String destination, int port, int second) {
        return traffic(device, source, destination, port, second, "");
    }

    /** From a source where the firewall says that it is. */
    public static FirewallEvent traffic(
            String device, String source, String destination, int port, int second, String location) {
        return event(device, source, destination, port, second)
                .text(EventText.SOURCE_LOCATION, location)
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(Action.DROP)
                .build();
    }

    /** As an answer to a query from a high port would be logged. */
    public static FirewallEvent answer(String source, int sourcePort, int port, int second) {
        return event("PA-1", source, "5.6.7.8", port, second)
                .source(IpAddress.parse(source), sourcePort)
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.DROP)
                .action(Action.DROP)
                .build();
    }

    public static FirewallEvent threat(String device, String source, int second) {
        return event(device, source, "5.6.7.8", 443, second)
                .logType(LogType.THREAT)
                .subtype(Subtype.VULNERABILITY)
                .severity(Severity.CRITICAL)
                .action(Action.RESET_BOTH)
                .text(EventText.THREAT_NAME, "Log4j RCE")
                .build();
    }

    private static FirewallEventWriter event(String device, String source, String destination, int port, int second) {
        long at = NOON.plusSeconds(second).toEpochMilli();
        return new FirewallEventWriter()
                .source(IpAddress.parse(source), 40_000)
                .destination(IpAddress.parse(destination), port)
                .time(at, TimeOrigin.TIME_RECEIVED)
                .arrival(at)
                .text(EventText.DEVICE, device)
                .text(EventText.RULE_NAME, "deny all");
    }
}
