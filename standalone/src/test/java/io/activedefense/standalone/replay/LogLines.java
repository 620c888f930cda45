// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Lines as a firewall writes them. Sources are of a network that has never been routed, but is not reserved either. */
final class LogLines {
    static final Instant NOON = Instant.parse("2025-02-20T12:00:00Z");

    private static final DateTimeFormatter HEADER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PAN_OS =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private LogLines() {}

    static String attempt(String source, String destination, int port, long secondsAfterNoon) {
        return line(
                source,
                destination,
                port,
                secondsAfterNoon,
                "; ThreatName=; ThreatID=; Severity=; Subtype=drop; Type= TRAFFIC;");
    }

    static String exploit(String source, String severity, long secondsAfterNoon) {
        return line(
                source,
                "192.0.2.80",
                443,
                secondsAfterNoon,
                "; ThreatName=Worm; ThreatID=Worm(9); Severity=" + severity + "; Subtype=vulnerability; Type= THREAT;");
    }

    private static String line(String source, String destination, int port, long secondsAfterNoon, String end) {
        Instant at = NOON.plusSeconds(secondsAfterNoon);
        return HEADER.format(at) + " PA-1 SrcLocation=Somewhere; SrcIP=" + source + "; SrcPort=40000; SrcUser="
                + "; DstLocation=Here; DstIP=" + destination + "; DstPort=" + port
                + "; Action=drop; RuleName=Inbound; RuleID=-; TimeReceived=" + PAN_OS.format(at) + end;
    }
}
