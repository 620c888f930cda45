// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The default format by a regular expression and by splitting at commas. Only to compare with; splitting knows no quotation marks. */
final class CsvParsers {
    private static final Map<String, Integer> BOTH = Map.ofEntries(
            Map.entry("time", 1),
            Map.entry("serial", 2),
            Map.entry("type", 3),
            Map.entry("subtype", 4),
            Map.entry("srcIp", 7),
            Map.entry("dstIp", 8),
            Map.entry("ruleName", 11),
            Map.entry("srcUser", 12),
            Map.entry("application", 14),
            Map.entry("sourceZone", 16),
            Map.entry("destinationZone", 17),
            Map.entry("srcPort", 24),
            Map.entry("dstPort", 25),
            Map.entry("protocol", 29),
            Map.entry("action", 30));
    private static final Map<String, Integer> TRAFFIC = Map.of(
            "sequenceNumber", 39,
            "srcLocation", 41,
            "dstLocation", 42,
            "packetsReceived", 45,
            "sessionEndReason", 46,
            "deviceName", 52,
            "ruleId", 65);
    private static final Map<String, Integer> THREAT = Map.of(
            "threatId", 32,
            "severity", 34,
            "direction", 35,
            "sequenceNumber", 36,
            "srcLocation", 38,
            "dstLocation", 39,
            "deviceName", 59,
            "ruleId", 76);

    private static final Pattern TRAFFIC_LINE = pattern(TRAFFIC, 75);
    private static final Pattern THREAT_LINE = pattern(THREAT, 79);

    private final StringFields fields = new StringFields();

    FirewallEvent parseByRegularExpression(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        boolean threat = text.contains(",THREAT,");
        Matcher matcher = (threat ? THREAT_LINE : TRAFFIC_LINE).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("not a line of the default format");
        }
        return event(threat ? THREAT : TRAFFIC, column -> unquoted(matcher.group("c" + column)));
    }

    FirewallEvent parseBySplitting(byte[] line) {
        String[] columns = new String(line, StandardCharsets.UTF_8).split(",", -1);
        return event(columns[3].equals("THREAT") ? THREAT : TRAFFIC, column -> columns[column]);
    }

    private FirewallEvent event(Map<String, Integer> places, IntFunction<String> column) {
        return fields.furtherEvent(name -> {
            if (name.equals("threatName") && places.containsKey("threatId")) {
                String id = column.apply(places.get("threatId"));
                return id.substring(0, id.lastIndexOf('('));
            }
            Integer place = BOTH.getOrDefault(name, places.get(name));
            return place == null ? "" : column.apply(place);
        });
    }

    private static Pattern pattern(Map<String, Integer> places, int columns) {
        return Pattern.compile(IntStream.range(1, columns)
                .mapToObj(column -> BOTH.containsValue(column) || places.containsValue(column)
                        ? "(?<c" + column + ">\"(?:[^\"]|\"\")*\"|[^,\"]*)"
                        : "(?:\"(?:[^\"]|\"\")*\"|[^,\"]*)")
                .collect(Collectors.joining(",", "^[^,]*\\d,", "$")));
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value;
    }
}
