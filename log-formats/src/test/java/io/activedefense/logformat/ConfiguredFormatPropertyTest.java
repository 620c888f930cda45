// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static io.activedefense.logformat.ConfiguredLine.Field.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.logformat.ConfiguredLine.Field;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Whatever an attacker, a policy or a signature is called, it is that field and no other. */
class ConfiguredFormatPropertyTest {
    private static final String DESTINATION_GROUP =
            "; DstLocation=Nowhere; DstIP=8.8.8.8; DstPort=1; Action=allow; RuleName=";
    private static final String POLICY_GROUP = "; RuleID=0; TimeReceived=2001/01/01 00:00:00; ThreatName=";
    private static final String END = "; Severity=critical; Subtype=virus; Type= THREAT;";

    private final Parsing parsing = Parsing.inUtc();

    @Property
    void anyOneTextComesBackAsItsFieldOrIsRefusedAsAmbiguous(
            @ForAll("namedFields") Field field, @ForAll("hostileTexts") String text) {
        eitherComesBackOrHasSeveralReadings(ConfiguredLine.threat().with(field, text), field, text);
    }

    @Property
    void anyThreeTextsComeBackOrAreRefusedAsAmbiguous(
            @ForAll("hostileTexts") String user,
            @ForAll("hostileTexts") String rule,
            @ForAll("hostileTexts") String threat) {
        var line = ConfiguredLine.threat()
                .with(SRC_USER, user)
                .with(RULE_NAME, rule)
                .with(THREAT_NAME, threat)
                .with(THREAT_ID, threat + "(91991)");
        if (parsing.outcome(line) == Malformed.AMBIGUOUS) {
            assertThat(Readings.of(line.toString())).as(line.toString()).hasSizeGreaterThan(1);
            return;
        }
        var event = parsing.event(line);
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo(shown(user, SRC_USER));
        assertThat(event.text(EventText.RULE_NAME)).isEqualTo(shown(rule, RULE_NAME));
        assertThat(event.text(EventText.THREAT_NAME)).isEqualTo(shown(threat, THREAT_NAME));
        theRestIsAsTheFirewallWroteIt(event);
    }

    /** Pairs, even all of them, make no line ambiguous unless they are a whole group in that group's place. */
    @Property
    void aTextWithoutAWholeGroupAlwaysComesBack(
            @ForAll("namedFields") Field field, @ForAll("textsWithoutGroups") String text) {
        var event = parsing.event(ConfiguredLine.threat().with(field, text));
        assertThat(event.text(textOf(field))).isEqualTo(shown(text, field));
        theRestIsAsTheFirewallWroteIt(event);
    }

    @Property
    void randomBytesAreRefusedAndNeverThrow(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(parsing.outcome(bytes, Parsing.ARRIVAL))
                .isInstanceOfAny(Malformed.class, ParseOutcome.Ignored.class);
    }

    @Property
    void aLineDamagedAnywhereNeverThrows(
            @ForAll("hostileTexts") String user, @ForAll @Size(min = 1, max = 20) int[] places, @ForAll byte damage) {
        byte[] line = ConfiguredLine.threat().with(SRC_USER, user).toString().getBytes(StandardCharsets.UTF_8);
        for (int place : places) {
            line[Math.floorMod(place, line.length)] = damage;
            assertThatCode(() -> parsing.outcome(line, Instant.EPOCH)).doesNotThrowAnyException();
        }
    }

    @Property
    void aLineCutAnywhereIsRefused(@ForAll("textsWithoutGroups") String user, @ForAll int place) {
        String line =
                ConfiguredLine.threat().with(SRC_USER, user.replace(END, "")).toString();
        String cut = line.substring(0, Math.floorMod(place, line.length()));
        assertThat(parsing.outcome(cut)).as(cut).isNotEqualTo(Parsed.PARSED);
    }

    private void eitherComesBackOrHasSeveralReadings(ConfiguredLine line, Field field, String text) {
        var readings = Readings.of(line.toString());
        if (readings.size() > 1) {
            assertThat(parsing.outcome(line)).as(line.toString()).isEqualTo(Malformed.AMBIGUOUS);
            return;
        }
        var event = parsing.event(line);
        assertThat(event.text(textOf(field))).isEqualTo(shown(text, field));
        theRestIsAsTheFirewallWroteIt(event);
    }

    private static void theRestIsAsTheFirewallWroteIt(FirewallEvent event) {
        assertThat(event.source()).isEqualTo(IpAddress.parse("203.0.113.7"));
        assertThat(event.sourcePort()).isEqualTo(51_515);
        assertThat(event.destination()).isEqualTo(IpAddress.parse("192.0.2.20"));
        assertThat(event.destinationPort()).isEqualTo(22);
        assertThat(event.action()).isEqualTo(Action.DROP);
        assertThat(event.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(event.subtype()).isEqualTo(Subtype.VULNERABILITY);
        assertThat(event.logType()).isEqualTo(LogType.THREAT);
        assertThat(event.eventTimeMillis())
                .isEqualTo(Instant.parse("2025-02-20T11:49:43Z").toEpochMilli());
        assertThat(event.text(EventText.SOURCE_LOCATION)).isEqualTo("Germany");
        assertThat(event.text(EventText.DESTINATION_LOCATION)).isEqualTo("10.0.0.0-10.255.255.255");
        assertThat(event.text(EventText.RULE_ID)).isEqualTo("899c7890-1b4a-55a2-830d-33daa39131a2");
    }

    private static EventText textOf(Field field) {
        return switch (field) {
            case SRC_USER -> EventText.SOURCE_USER;
            case RULE_NAME -> EventText.RULE_NAME;
            case THREAT_NAME -> EventText.THREAT_NAME;
            default -> throw new IllegalArgumentException(field + " is not a name");
        };
    }

    private static String shown(String text, Field field) {
        String variable = field == SRC_USER ? "$srcuser" : field == RULE_NAME ? "$rule" : "$threat_name";
        return text.equals("-") || text.equals(variable) ? "" : text;
    }

    @Provide
    Arbitrary<Field> namedFields() {
        return Arbitraries.of(SRC_USER, RULE_NAME, THREAT_NAME);
    }

    @Provide
    Arbitrary<String> textsWithoutGroups() {
        return Arbitraries.frequencyOf(Tuple.of(3, pieces()), Tuple.of(1, plainTexts()))
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .filter(text -> !Readings.holdsAGroup(text));
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        var groups = Arbitraries.of(DESTINATION_GROUP, POLICY_GROUP, "; ThreatID=", END, "; ThreatID=a(1)");
        return Arbitraries.frequencyOf(Tuple.of(2, groups), Tuple.of(3, pieces()), Tuple.of(1, plainTexts()))
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> plainTexts() {
        return Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("[\\r\\n\\ud800-\\udfff]", ""));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                ";",
                "; ",
                "=",
                " ",
                "-",
                "a",
                "$srcuser",
                "$threat_name",
                "\u00e9",
                "#012",
                "SrcLocation=",
                "; SrcIP=8.8.8.8",
                "; SrcPort=1; SrcUser=y",
                "; Severity=critical",
                "; Type= THREAT;",
                "x; SrcIP=8.8.8.8; Severity=critical",
                "; DstIP=8.8.8.8; DstPort=1",
                "; Action=allow; RuleName=z",
                "; RuleID=1; TimeReceived=2001/01/01 00:00:00",
                "; ThreatName=q",
                END);
    }
}
