// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The configured format by splitting at semicolons and equals signs into a map. Not hardened, and wrong where a value
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
            Map.entry("type", "type"));

    private final StringFields fields = new StringFields();

    FirewallEvent parse(byte[] line) {
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
        return fields.event(key -> values.getOrDefault(key, ""));
    }
}
