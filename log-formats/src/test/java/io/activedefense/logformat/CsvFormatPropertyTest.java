// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.logformat.CsvLine.Version;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** In every version's columns: whatever a value is, it comes back as that field and alters no other. */
class CsvFormatPropertyTest {
    private final Parsing parsing = Parsing.of("csv");

    @Property
    void anyTextsComeBackInATrafficLine(
            @ForAll Version version,
            @ForAll("hostileTexts") String user,
            @ForAll("hostileTexts") String rule,
            @ForAll("hostileTexts") String device) {
        var event = parsing.event(CsvLine.traffic(version)
                .with("srcuser", user)
                .with("rule", rule)
                .with("device_name", device));
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo(shown(user, "$srcuser"));
        assertThat(event.text(EventText.RULE_NAME)).isEqualTo(shown(rule, "$rule"));
        assertThat(event.text(EventText.DEVICE_NAME)).isEqualTo(shown(device, "$device_name"));
        assertThat(event.logType()).isEqualTo(LogType.TRAFFIC);
        assertThat(event.subtype()).isEqualTo(Subtype.DROP);
        assertThat(event.severity()).isEqualTo(Severity.NONE);
        theRestIsAsTheFirewallWroteIt(event);
    }

    @Property
    void anyTextsComeBackInAThreatLine(
            @ForAll Version version,
            @ForAll("hostileTexts") String user,
            @ForAll("hostileTexts") String threat,
            @ForAll("hostileTexts") String url,
            @ForAll("hostileTexts") String agent) {
        var event = parsing.event(CsvLine.threat(version)
                .with("srcuser", user)
                .with("threatid", threat + "(91991)")
                .with("misc", url)
                .with("user_agent", agent));
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo(shown(user, "$srcuser"));
        assertThat(event.text(EventText.THREAT_NAME)).isEqualTo(shown(threat, "$threat_name"));
        assertThat(event.text(EventText.THREAT_ID)).isEqualTo(threat + "(91991)");
        assertThat(event.text(EventText.DEVICE_NAME)).isEqualTo("PA-VM");
        assertThat(event.text(EventText.RULE_NAME)).isEqualTo("Inbound");
        assertThat(event.logType()).isEqualTo(LogType.THREAT);
        assertThat(event.subtype()).isEqualTo(Subtype.VULNERABILITY);
        assertThat(event.severity()).isEqualTo(Severity.CRITICAL);
        theRestIsAsTheFirewallWroteIt(event);
    }

    /** Every column of the line, so also those that no field is taken from. */
    @Property
    void noColumnAltersAFieldThatIsNotItsOwn(
            @ForAll Version version, @ForAll int column, @ForAll("hostileTexts") String text) {
        var line = CsvLine.threat(version);
        String name = line.columns().get(Math.floorMod(column, line.columns().size()));
        var before = parsing.event(line);
        if (parsing.outcome(line.with(name, text)) != Parsed.PARSED) {
            return; // a column that takes no text, such as an address
        }
        var after = parsing.event(line);
        assertThat(after.source().equals(before.source())).isEqualTo(!name.equals("src") || text.equals("203.0.113.7"));
        assertThat(after.destination()).isEqualTo(before.destination());
        assertThat(after.destinationPort()).isEqualTo(before.destinationPort());
        assertThat(after.severity() == before.severity())
                .isEqualTo(!name.equals("severity") || text.equals("critical"));
        assertThat(after.serverToClient()).isEqualTo(name.equals("direction") && text.equals("1"));
        assertThat(after.subtype() == before.subtype()).isEqualTo(!name.equals("subtype"));
    }

    @Property
    void aLineCutBeforeWhatIsTakenOfItIsRefused(@ForAll Version version, @ForAll boolean threat, @ForAll int place) {
        String line = (threat ? CsvLine.threat(version) : CsvLine.traffic(version)).toString();
        int policyId = line.indexOf("899c7890") + 36;
        assertThat(parsing.outcome(line.substring(0, Math.floorMod(place, policyId + 1))))
                .isNotEqualTo(Parsed.PARSED);
    }

    /** Behind the policy's ID a cut can look like the end of an older version's line, and as nothing else. */
    @Property
    void ofALineCutInItsTailNothingIsTakenByHalf(@ForAll Version version, @ForAll boolean threat, @ForAll int place) {
        var whole = threat ? CsvLine.threat(version) : CsvLine.traffic(version);
        whole.with("src_edl", "our-list").with("misc", "without a comma");
        String line = whole.toString();
        int policyId = line.indexOf("899c7890") + 36;
        String cut = line.substring(0, policyId + Math.floorMod(place, line.length() - policyId));
        var outcome = parsing.outcome(cut);
        if (outcome != Parsed.PARSED) {
            assertThat(outcome).isEqualTo(Malformed.CUT_SHORT);
            return;
        }
        var event = parsing.event(cut);
        theRestIsAsTheFirewallWroteIt(event);
        assertThat(event.text(EventText.SOURCE_EDL)).isIn("", "our-list");
        assertThat(cut.codePoints().filter(c -> c == ',').count() + 1)
                .satisfiesAnyOf(
                        columns -> assertThat(columns).isEqualTo(columns(Version.V9_0, threat)),
                        columns -> assertThat(columns).isEqualTo(columns(Version.V9_1, threat)),
                        columns -> assertThat(columns).isGreaterThan(threat ? 108 : 103));
    }

    private static long columns(Version version, boolean threat) {
        return (threat ? CsvLine.threat(version) : CsvLine.traffic(version))
                .columns()
                .size();
    }

    private static void theRestIsAsTheFirewallWroteIt(FirewallEvent event) {
        assertThat(event.source()).isEqualTo(IpAddress.parse("203.0.113.7"));
        assertThat(event.sourcePort()).isEqualTo(51_515);
        assertThat(event.destination()).isEqualTo(IpAddress.parse("192.0.2.20"));
        assertThat(event.destinationPort()).isEqualTo(22);
        assertThat(event.action()).isEqualTo(Action.DROP);
        assertThat(event.serverToClient()).isFalse();
        assertThat(event.eventTimeMillis())
                .isEqualTo(Instant.parse("2025-02-20T11:49:43Z").toEpochMilli());
        assertThat(event.text(EventText.SOURCE_LOCATION)).isEqualTo("Germany");
        assertThat(event.text(EventText.DESTINATION_LOCATION)).isEqualTo("10.0.0.0-10.255.255.255");
        assertThat(event.text(EventText.RULE_ID)).isEqualTo("899c7890-1b4a-55a2-830d-33daa39131a2");
        assertThat(event.text(EventText.SERIAL)).isEqualTo("007051000012345");
        assertThat(event.text(EventText.SEQUENCE_NUMBER)).isEqualTo("7171717171");
        assertThat(event.text(EventText.APPLICATION)).isEqualTo("ssh");
        assertThat(event.text(EventText.PROTOCOL)).isEqualTo("tcp");
    }

    private static String shown(String text, String variable) {
        return text.equals("-") || text.equals(variable) ? "" : text;
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        var pieces = Arbitraries.of(
                ",",
                "\"",
                "\"\"",
                "\",\"",
                ",,,",
                ";",
                "-",
                " ",
                "a",
                "(1)",
                "$srcuser",
                "critical",
                "\u00e9",
                "#012",
                "1,2025/02/20 11:49:43,007,TRAFFIC,end",
                "x,8.8.8.8,\"8.8.8.8\"",
                "SrcLocation=a; SrcIP=8.8.8.8");
        var plain = Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("[\\r\\n\\ud800-\\udfff]", ""));
        return Arbitraries.frequencyOf(Tuple.of(3, pieces), Tuple.of(1, plain))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
