// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configured format by a regular expression with named groups. Not hardened; only to compare with. */
final class RegexParser {
    private static final Pattern LINE = Pattern.compile("^(?<header>.*?)SrcLocation=(?<srcLocation>[^;]*); "
            + "SrcIP=(?<srcIp>[^;]*); SrcPort=(?<srcPort>[^;]*); SrcUser=(?<srcUser>.*); "
            + "DstLocation=(?<dstLocation>[^;]*); DstIP=(?<dstIp>[^;]*); DstPort=(?<dstPort>[^;]*); "
            + "Action=(?<action>[^;]*); RuleName=(?<ruleName>.*); RuleID=(?<ruleId>[^;]*); "
            + "TimeReceived=(?<time>[^;]*); ThreatName=(?<threatName>.*); ThreatID=(?<threatId>.*); "
            + "Severity=(?<severity>[^;]*); Subtype=(?<subtype>[^;]*); Type= (?<type>[^;]*);$");

    private final StringFields fields = new StringFields();

    FirewallEvent parse(byte[] line) {
        Matcher matcher = LINE.matcher(new String(line, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IllegalArgumentException("not a line of the configured format");
        }
        return fields.event(matcher::group);
    }
}
