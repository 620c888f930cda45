// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event from a line's fields as strings, with the means of the JDK. */
final class StringFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    private static final Map<String, Action> ACTIONS = byText(Action.values(), Action::text);
    private static final Map<String, Subtype> SUBTYPES = byText(Subtype.values(), Subtype::text);
    private static final Map<String, Severity> SEVERITIES =
            byText(Severity.values(), severity -> severity.name().toLowerCase(Locale.ROOT));

    private static final Map<String, EventText> FURTHER = Map.of(
            "protocol", EventText.PROTOCOL,
            "application", EventText.APPLICATION,
            "sourceZone", EventText.SOURCE_ZONE,
            "destinationZone", EventText.DESTINATION_ZONE,
            "serial", EventText.SERIAL,
            "sequenceNumber", EventText.SEQUENCE_NUMBER,
            "deviceName", EventText.DEVICE_NAME,
            "sessionEndReason", EventText.SESSION_END_REASON,
            "packetsReceived", EventText.PACKETS_RECEIVED);

    private final FirewallEventWriter writer = new FirewallEventWriter();

    /** The event whose fields these groups are, by name, with those of the further formats. */
    FirewallEvent furtherEvent(UnaryOperator<String> group) {
        set(group);
        FURTHER.forEach((name, text) -> writer.text(text, group.apply(name)));
        String time = group.apply("highResolution");
        if (!time.isEmpty()) {
            writer.time(OffsetDateTime.parse(time).toInstant().toEpochMilli(), TimeOrigin.TIME_RECEIVED);
        }
        return writer.serverToClient(group.apply("direction").equals("server-to-client"))
                .build();
    }

    /** The event whose fields these groups are, by name. */
    FirewallEvent event(UnaryOperator<String> group) {
        return set(group).build();
    }

    private FirewallEventWriter set(UnaryOperator<String> group) {
        LocalDateTime time = LocalDateTime.parse(group.apply("time"), TIME);
        return writer.clear()
                .logType(LogType.valueOf(group.apply("type")))
                .severity(SEVERITIES.getOrDefault(group.apply("severity"), Severity.NONE))
                .action(ACTIONS.getOrDefault(group.apply("action"), Action.OTHER))
                .subtype(SUBTYPES.getOrDefault(group.apply("subtype"), Subtype.OTHER))
                .time(time.toInstant(ZoneOffset.UTC).toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .source(IpAddress.parse(group.apply("srcIp")), Integer.parseInt(group.apply("srcPort")))
                .destination(IpAddress.parse(group.apply("dstIp")), Integer.parseInt(group.apply("dstPort")))
                .text(EventText.SOURCE_USER, group.apply("srcUser"))
                .text(EventText.SOURCE_LOCATION, group.apply("srcLocation"))
                .text(EventText.DESTINATION_LOCATION, group.apply("dstLocation"))
                .text(EventText.RULE_NAME, group.apply("ruleName"))
                .text(EventText.RULE_ID, group.apply("ruleId"))
                .text(EventText.THREAT_NAME, unlessVariable(group.apply("threatName")))
                .text(EventText.THREAT_ID, unlessVariable(group.apply("threatId")));
    }

    private static String unlessVariable(String value) {
        return value.startsWith("$") ? "" : value;
    }

    private static <E> Map<String, E> byText(E[] constants, Function<E, String> text) {
        return Stream.of(constants).collect(Collectors.toUnmodifiableMap(text, Function.identity()));
    }
}
