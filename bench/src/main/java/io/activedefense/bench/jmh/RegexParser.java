// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configured format and the extended one by a regular expression with named groups. Not hardened; only to compare with. */
final class RegexParser {
    private static final String HEAD = "^(?<header>.*?)SrcLocation=(?<srcLocation>[^;]*); "
            + "SrcIP=(?<srcIp>[^;]*); SrcPort=(?<srcPort>[^;]*); SrcUser=(?<srcUser>.*); "
            + "DstLocation=(?<dstLocation>[^;]*); DstIP=(?<dstIp>[^;]*); DstPort=(?<dstPort>[^;]*); "
            + "Action=(?<action>[^;]*); RuleName=(?<ruleName>.*); RuleID=(?<ruleId>[^;]*); "
            + "TimeReceived=(?<time>[^;]*); ThreatName=(?<threatName>.*); ThreatID=(?<threatId>.*); "
            + "Severity=(?<severity>[^;]*); Subtype=(?<subtype>[^;]*); Type= (?<type>[^;]*);";
    private static final Pattern CONFIGURED = Pattern.compile(HEAD + "$");
    private static final Pattern EXTENDED =
            Pattern.compile(HEAD + " Proto=(?<protocol>[^;]*); App=(?<application>[^;]*);"
                    + " SrcZone=(?<sourceZone>[^;]*); DstZone=(?<destinationZone>[^;]*); Direction=(?<direction>[^;]*);"
                    + " Serial=(?<serial>[^;]*); SeqNo=(?<sequenceNumber>[^;]*); DeviceName=(?<deviceName>[^;]*);"
                    + " SessionEndReason=(?<sessionEndReason>[^;]*); PktsReceived=(?<packetsReceived>[^;]*);"
                    + " RepeatCount=[^;]*; SrcEDL=[^;]*; HighResTimestamp=(?<highResolution>[^;]*);$");

    private final StringFields fields = new StringFields();

    FirewallEvent parse(byte[] line) {
        return fields.event(find(CONFIGURED, line)::group);
    }

    FirewallEvent parseExtended(byte[] line) {
        return fields.furtherEvent(find(EXTENDED, line)::group);
    }

    private static Matcher find(Pattern pattern, byte[] line) {
        Matcher matcher = pattern.matcher(new String(line, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IllegalArgumentException("not a line of that format");
        }
        return matcher;
    }
}
