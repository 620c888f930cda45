// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line before it is written down.
 *
 * @param at when the firewall logs it; the line tells it to the second
 * @param firewall that logs it
 * @param flow who tried what
 * @param policy that matched
 * @param threat what was recognised; absent on TRAFFIC
 */
public record FirewallLine(
        Instant at,
        Firewall firewall,
        Flow flow,
        Policy policy,
        @Nullable Threat threat) {

    static FirewallLine traffic(Instant at, Firewall firewall, Flow flow, Policy policy) {
        return new FirewallLine(at, firewall, flow, policy, null);
    }

    /** The event that a parser must read from this line. */
    public FirewallEvent event(FirewallEventWriter writer) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        writer.clear()
                .logType(threat == null ? LogType.TRAFFIC : LogType.THREAT)
                .severity(threat == null ? Severity.NONE : threat.severity())
                .action(threat == null ? policy.action() : threat.action())
                .subtype(threat == null ? policy.subtype() : threat.subtype())
                .time(second.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .arrival(at.toEpochMilli())
                .source(flow.source(), flow.sourcePort())
                .destination(flow.destination(), flow.destinationPort())
                .text(EventText.DEVICE, firewall.name())
                .text(EventText.SOURCE_USER, flow.user())
                .text(EventText.SOURCE_LOCATION, Locations.of(flow.source()))
                .text(EventText.DESTINATION_LOCATION, Locations.of(flow.destination()))
                .text(EventText.RULE_NAME, policy.text())
                .text(EventText.RULE_ID, policy.id());
        if (threat != null) {
            writer.text(EventText.THREAT_NAME, threat.text()).text(EventText.THREAT_ID, threat.id());
        }
        return writer.build();
    }
}
