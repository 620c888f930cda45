// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The configured format and the extended one by splitting at semicolons and equals signs into a map. Not hardened, and wrong where a value
 * holds a semicolon; only to compare with.
 */
final class SplitParser {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("srclocation", "srcLocation"),
            Map.entry("srcip", "srcIp"),
            Map.entry("srcport", "srcPort"),
            Map.entry("srcuser", "srcUser"),
            Map.entry("dstlocation", "dstLocation"),
            Map.entry("dstip", "dstIp"),
            Map.entry("dstport", "dstPort"),
            Map.entry("action", "action"),
            Map.entry("rulename", "ruleName"),
            Map.entry("ruleid", "ruleId"),
            Map.entry("timereceived", "time"),
            Map.entry("threatname", "threatName"),
            Map.entry("threatid", "threatId"),
            Map.entry("severity", "severity"),
            Map.entry("subtype", "subtype"),
            Map.entry("type", "type"),
            Map.entry("proto", "protocol"),
            Map.entry("app", "application"),
            Map.entry("srczone", "sourceZone"),
            Map.entry("dstzone", "destinationZone"),
            Map.entry("direction", "direction"),
            Map.entry("serial", "serial"),
            Map.entry("seqno", "sequenceNumber"),
            Map.entry("devicename", "deviceName"),
            Map.entry("sessionendreason", "sessionEndReason"),
            Map.entry("pktsreceived", "packetsReceived"),
            Map.entry("highrestimestamp", "highResolution"));

    private final StringFields fields = new StringFields();

    FirewallEvent parse(byte[] line) {
        Map<String, String> values = values(line);
        return fields.event(key -> values.getOrDefault(key, ""));
    }

    FirewallEvent parseExtended(byte[] line) {
        Map<String, String> values = values(line);
        return fields.furtherEvent(key -> values.getOrDefault(key, ""));
    }

    private static Map<String, String> values(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        var values = new HashMap<String, String>();
        for (String pair : text.substring(text.indexOf("SrcLocation=")).split(";", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0
                    ? null
                    : KEYS.get(pair.substring(0, equals).strip().toLowerCase(Locale.ROOT));
            if (key != null) {
                values.putIfAbsent(key, pair.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
