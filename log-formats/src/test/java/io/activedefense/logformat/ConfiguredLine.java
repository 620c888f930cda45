// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes lines as a firewall would, with any value in any field, in the configured format or the extended one. */
final class ConfiguredLine {
    enum Field {
        SRC_LOCATION("SrcLocation", "Germany"),
        SRC_IP("SrcIP", "203.0.113.7"),
        SRC_PORT("SrcPort", "51515"),
        SRC_USER("SrcUser", ""),
        DST_LOCATION("DstLocation", "10.0.0.0-10.255.255.255"),
        DST_IP("DstIP", "192.0.2.20"),
        DST_PORT("DstPort", "22"),
        ACTION("Action", "drop"),
        RULE_NAME("RuleName", "Inbound"),
        RULE_ID("RuleID", "899c7890-1b4a-55a2-830d-33daa39131a2"),
        TIME_RECEIVED("TimeReceived", "2025/02/20 11:49:43"),
        THREAT_NAME("ThreatName", ""),
        THREAT_ID("ThreatID", ""),
        SEVERITY("Severity", ""),
        SUBTYPE("Subtype", "drop"),
        TYPE("Type", " TRAFFIC");

        private final String key;
        private final String usual;

        Field(String key, String usual) {
            this.key = key;
            this.usual = usual;
        }
    }

    private final String header;
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final StringBuilder further = new StringBuilder();

    private ConfiguredLine(String header) {
        this.header = header;
        for (Field field : Field.values()) {
            values.put(field, field.usual);
        }
    }

    /** A denied connection attempt. */
    static ConfiguredLine traffic() {
        return withHeader("Feb 20 11:49:43 PA-1 ");
    }

    static ConfiguredLine threat() {
        return traffic()
                .with(Field.TYPE, " THREAT")
                .with(Field.SUBTYPE, "vulnerability")
                .with(Field.SEVERITY, "critical")
                .with(Field.THREAT_NAME, "Apache Log4j Remote Code Execution")
                .with(Field.THREAT_ID, "Apache Log4j Remote Code Execution(91991)");
    }

    static ConfiguredLine withHeader(String header) {
        return new ConfiguredLine(header);
    }

    ConfiguredLine with(Field field, String value) {
        values.put(field, value);
        return this;
    }

    /** Appends what the extended format may have behind Type. */
    ConfiguredLine further(String key, String value) {
        further.append(" ").append(key).append("=").append(value).append(";");
        return this;
    }

    @Override
    public String toString() {
        return header
                + Stream.of(Field.values())
                        .map(field -> field.key + "=" + values.get(field))
                        .collect(Collectors.joining("; ", "", ";"))
                + further;
    }
}
