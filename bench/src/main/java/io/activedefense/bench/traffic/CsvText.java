// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.util.Locale;

/** Writes lines down as PAN-OS 9.1 does by default, behind the header of rsyslog. */
public final class CsvText {
    private static final String EMPTY_TAIL = ",0,,,,,,,,";

    /** Appends the line without a line feed; its number is that of the firewall's log. */
    public void append(FirewallLine line, long number, StringBuilder to) {
        Firewall.SecondText second = line.firewall().textAt(line.at());
        String time = second.timeReceived();
        Flow flow = line.flow();
        Policy policy = line.policy();
        Threat threat = line.threat();
        to.append(second.header()).append("1,").append(time).append(",007051000012345,");
        to.append(
                threat == null
                        ? "TRAFFIC," + policy.subtype().text()
                        : "THREAT," + threat.subtype().text());
        to.append(",2561,")
                .append(time)
                .append(',')
                .append(flow.source())
                .append(',')
                .append(flow.destination());
        to.append(",0.0.0.0,0.0.0.0,").append(cell(policy.text())).append(',').append(cell(flow.user()));
        to.append(",,not-applicable,vsys1,untrust,dmz,ethernet1/1,ethernet1/2,Default,")
                .append(time);
        to.append(",12345,1,").append(flow.sourcePort()).append(',').append(flow.destinationPort());
        to.append(",0,0,0x0,tcp,").append((threat == null ? policy.action() : threat.action()).text());
        String locations = Locations.of(flow.source()) + "," + cell(Locations.of(flow.destination()));
        if (threat == null) {
            to.append(",66,66,0,1,")
                    .append(time)
                    .append(",0,any,,")
                    .append(number)
                    .append(",0x8000000000000000,");
            to.append(locations).append(",,1,0,aged-out,0,0,0,0,,PA-VM,from-policy,,,0,,0,,N/A,0,0,0,0,");
            to.append(policy.id()).append(EMPTY_TAIL);
        } else {
            to.append(",\"www.example.org/a?b=1\",").append(cell(threat.id())).append(",any,");
            to.append(threat.severity().name().toLowerCase(Locale.ROOT))
                    .append(",client-to-server,")
                    .append(number);
            to.append(",0x8000000000000000,")
                    .append(locations)
                    .append(",,,0,,,0,,,,,,,,0,0,0,0,0,,PA-VM,,,,,0,,0,,N/A");
            to.append(",code-execution,AppThreat-8900-9100,0x0,0,4294967295,,,")
                    .append(policy.id())
                    .append(",0,");
        }
    }

    private static String cell(String value) {
        boolean quoted = value.contains(",") || value.contains("\"");
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
