// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.ConfiguredLine.Field.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.logformat.ConfiguredLine.Field;
import io.activedefense.logformat.ParseOutcome.Malformed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any of the further keys, in any order, behind any texts: each is read as what it is, and no text poses as one. */
class ExtendedFormatPropertyTest {
    private static final Map<String, String> FURTHER = Map.ofEntries(
            Map.entry("Proto", "tcp"),
            Map.entry("App", "ssh"),
            Map.entry("SrcZone", "untrust"),
            Map.entry("DstZone", "dmz"),
            Map.entry("Direction", "server-to-client"),
            Map.entry("Serial", "007051000012345"),
            Map.entry("SeqNo", "7171717171"),
            Map.entry("DeviceName", "PA-VM"),
            Map.entry("SessionEndReason", "tcp-rst-from-client"),
            Map.entry("PktsReceived", "3"),
            Map.entry("RepeatCount", "2"),
            Map.entry("SrcEDL", "ActiveDefense"),
            Map.entry("HighResTimestamp", "2025-02-20T12:49:43.217+01:00"));

    private static final Map<String, EventText> TEXTS = Map.ofEntries(
            Map.entry("Proto", EventText.PROTOCOL),
            Map.entry("App", EventText.APPLICATION),
            Map.entry("SrcZone", EventText.SOURCE_ZONE),
            Map.entry("DstZone", EventText.DESTINATION_ZONE),
            Map.entry("Serial", EventText.SERIAL),
            Map.entry("SeqNo", EventText.SEQUENCE_NUMBER),
            Map.entry("DeviceName", EventText.DEVICE_NAME),
            Map.entry("SessionEndReason", EventText.SESSION_END_REASON),
            Map.entry("PktsReceived", EventText.PACKETS_RECEIVED),
            Map.entry("RepeatCount", EventText.REPEAT_COUNT),
            Map.entry("SrcEDL", EventText.SOURCE_EDL));

    private final Parsing parsing = Parsing.of("extended");
    private final Parsing recognised = Parsing.recognised();

    @Property
    void anyTextsComeBackOrAreRefusedAsAmbiguous(
            @ForAll("hostileTexts") String user,
            @ForAll("hostileTexts") String rule,
            @ForAll("hostileTexts") String threat,
            @ForAll("furtherKeys") List<String> keys) {
        var line = ConfiguredLine.threat()
                .with(SRC_USER, user)
                .with(RULE_NAME, rule)
                .with(THREAT_NAME, threat)
                .with(THREAT_ID, threat + "(91991)");
        keys.forEach(key -> line.further(key, valueOf(key)));
        if (Readings.of(line.toString()).size() > 1) {
            assertThat(parsing.outcome(line)).as(line.toString()).isEqualTo(Malformed.AMBIGUOUS);
            return;
        }
        var event = parsing.event(line);
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo(shown(user, SRC_USER));
        assertThat(event.text(EventText.RULE_NAME)).isEqualTo(shown(rule, RULE_NAME));
        assertThat(event.text(EventText.THREAT_NAME)).isEqualTo(shown(threat, THREAT_NAME));
        furtherFieldsAreThoseOf(keys, event);
        theRestIsAsTheFirewallWroteIt(event);
        assertThat(recognised.event(line)).isEqualTo(event);
    }

    @Property
    void aValueThatHoldsASemicolonRefusesTheLine(
            @ForAll("furtherKeys") List<String> keys, @ForAll("furtherKey") String key, @ForAll("tails") String tail) {
        var line = ConfiguredLine.threat();
        keys.stream().filter(other -> !other.equals(key)).forEach(other -> line.further(other, valueOf(other)));
        line.further(key, valueOf(key) + ";" + tail);
        assertThat(parsing.outcome(line)).as(line.toString()).isInstanceOf(Malformed.class);
    }

    private static String valueOf(String key) {
        return FURTHER.getOrDefault(key, "");
    }

    private static void furtherFieldsAreThoseOf(List<String> keys, FirewallEvent event) {
        TEXTS.forEach(
                (key, text) -> assertThat(event.text(text)).as(key).isEqualTo(keys.contains(key) ? valueOf(key) : ""));
        assertThat(event.serverToClient()).isEqualTo(keys.contains("Direction"));
        assertThat(Instant.ofEpochMilli(event.eventTimeMillis()))
                .isEqualTo(keys.contains("HighResTimestamp") ? "2025-02-20T11:49:43.217Z" : "2025-02-20T11:49:43Z");
    }

    private static void theRestIsAsTheFirewallWroteIt(FirewallEvent event) {
        assertThat(event.source()).isEqualTo(IpAddress.parse("203.0.113.7"));
        assertThat(event.destination()).isEqualTo(IpAddress.parse("192.0.2.20"));
        assertThat(event.destinationPort()).isEqualTo(22);
        assertThat(event.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(event.subtype()).isEqualTo(Subtype.VULNERABILITY);
        assertThat(event.logType()).isEqualTo(LogType.THREAT);
    }

    private static String shown(String text, Field field) {
        String variable = field == SRC_USER ? "$srcuser" : field == RULE_NAME ? "$rule" : "$threat_name";
        return text.equals("-") || text.equals(variable) ? "" : text;
    }

    @Provide
    Arbitrary<List<String>> furtherKeys() {
        return Arbitraries.shuffle(FURTHER.keySet().stream().sorted().toList())
                .flatMap(keys -> Arbitraries.integers().between(0, keys.size()).map(count -> keys.subList(0, count)));
    }

    @Provide
    Arbitrary<String> furtherKey() {
        return Arbitraries.of(FURTHER.keySet());
    }

    /** What would be taken for another pair, if it were one that the line has not. */
    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of("x", " x", " Colour=red", "Proto=tcp", " SrcIP=8.8.8.8", "; ", " Type= TRAFFIC");
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        var pieces = Arbitraries.of(
                "; DstLocation=Nowhere; DstIP=8.8.8.8; DstPort=1; Action=allow; RuleName=",
                "; RuleID=0; TimeReceived=2001/01/01 00:00:00; ThreatName=",
                "; ThreatID=",
                "; Severity=low; Subtype=url; Type= TRAFFIC; Direction=client-to-server; Serial=1;",
                "; Severity=low; Subtype=url; Type= TRAFFIC;",
                "; Serial=1; SeqNo=2",
                "; HighResTimestamp=2001-01-01T00:00:00.000Z;",
                " Proto=udp;",
                ";",
                "=",
                "a",
                "-");
        var plain = Arbitraries.strings().ofMaxLength(8).map(text -> text.replaceAll("[\\r\\n\\ud800-\\udfff]", ""));
        return Arbitraries.frequencyOf(Tuple.of(4, pieces), Tuple.of(1, plain))
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }
}
