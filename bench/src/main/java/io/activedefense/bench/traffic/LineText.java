// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes lines down in the configured PAN-OS format, behind the header of rsyslog. Not thread-safe. */
public final class LineText {
    private final Map<String, Firewall.SecondText> seconds = new HashMap<>();

    /** Appends the line with its line feed. */
    public void append(FirewallLine line, StringBuilder to) {
        Firewall.SecondText second = second(line);
        Flow flow = line.flow();
        Policy policy = line.policy();
        Threat threat = line.threat();
        to.append(second.header());
        to.append("SrcLocation=").append(Locations.of(flow.source()));
        to.append("; SrcIP=").append(flow.source());
        to.append("; SrcPort=").append(flow.sourcePort());
        to.append("; SrcUser=").append(flow.user());
        to.append("; DstLocation=").append(Locations.of(flow.destination()));
        to.append("; DstIP=").append(flow.destination());
        to.append("; DstPort=").append(flow.destinationPort());
        to.append("; Action=").append((threat == null ? policy.action() : threat.action()).text());
        to.append("; RuleName=").append(policy.text());
        to.append("; RuleID=").append(policy.id());
        to.append("; TimeReceived=").append(second.timeReceived());
        if (threat == null) {
            appendNoThreat(line.firewall().threatOnTraffic(), to);
        } else {
            to.append("; ThreatName=").append(threat.text());
            to.append("; ThreatID=").append(threat.id());
            to.append("; Severity=").append(text(threat.severity()));
        }
        to.append("; Subtype=").append((threat == null ? policy.subtype() : threat.subtype()).text());
        to.append("; Type= ").append(threat == null ? LogType.TRAFFIC : LogType.THREAT);
        to.append(";\n");
    }

    private Firewall.SecondText second(FirewallLine line) {
        String name = line.firewall().name();
        Firewall.SecondText second = seconds.get(name);
        if (second == null || !second.holdsAt(line.at())) {
            second = line.firewall().textAt(line.at());
            seconds.put(name, second);
        }
        return second;
    }

    private static void appendNoThreat(Firewall.NoThreat noThreat, StringBuilder to) {
        to.append(
                switch (noThreat) {
                    case EMPTY -> "; ThreatName=; ThreatID=; Severity=";
                    case LITERAL -> "; ThreatName=$threat_name; ThreatID=$threatid; Severity=$severity";
                });
    }

    private static String text(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
