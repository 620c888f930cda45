// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.logformat.ConfiguredLine.Field;
import io.activedefense.logformat.ParseOutcome.Ignored;
import io.activedefense.logformat.ParseOutcome.Malformed;
import io.activedefense.logformat.ParseOutcome.Parsed;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredFormatTest {
    private final Parsing parsing = Parsing.inUtc();

    @ParameterizedTest(name = "{0}={1} is refused: {2}")
    @CsvSource({
        "SRC_IP, '', source-address",
        "SRC_IP, -, source-address",
        "SRC_IP, 256.0.0.1, source-address",
        "SRC_IP, pa.example.org, source-address",
        "DST_IP, '', destination-address",
        "DST_IP, 192.0.2.020, destination-address",
        "SRC_PORT, '', source-port",
        "SRC_PORT, 65536, source-port",
        "SRC_PORT, -1, source-port",
        "DST_PORT, 65536, destination-port",
        "DST_PORT, 000022, destination-port",
        "TIME_RECEIVED, 2025/02/29 00:00:00, time",
        "TIME_RECEIVED, 2025/02/20 24:00:00, time",
        "TIME_RECEIVED, 2025/13/01 00:00:00, time",
        "TIME_RECEIVED, 2025/02/20 11:49, time",
        "SEVERITY, grave, severity",
        "TYPE, '', log-type",
        "TYPE, ' THREAT TRAFFIC', log-type",
        "SRC_LOCATION, a; b, keys-out-of-order",
        "DST_LOCATION, a; b, keys-out-of-order",
        "ACTION, a; b, keys-out-of-order",
        "SUBTYPE, a; b, cut-short",
    })
    void aValueThatTheFieldCantHoldRefusesTheLine(Field field, String value, String reason) {

        assertThat(parsing.outcome(ConfiguredLine.traffic().with(field, value)).label())
                .isEqualTo(reason);
    }

    @ParameterizedTest(name = "port {0}")
    @ValueSource(ints = {0, 1, 22, 1023, 49_152, 65_535})
    void everyPortIsRead(int port) {
        var event = parsing.event(
                ConfiguredLine.traffic().with(Field.SRC_PORT, "" + port).with(Field.DST_PORT, "" + (65_535 - port)));
        assertThat(event.sourcePort()).isEqualTo(port);
        assertThat(event.destinationPort()).isEqualTo(65_535 - port);
    }

    @Test
    void ipv6IsRead() {
        var event = parsing.event(
                ConfiguredLine.traffic().with(Field.SRC_IP, "2001:db8::1").with(Field.DST_IP, "2001:DB8:0:0::2"));
        assertThat(event.source()).isEqualTo(IpAddress.parse("2001:db8::1"));
        assertThat(event.destination()).isEqualTo(IpAddress.parse("2001:db8::2"));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyKnownActionIsRead(Action action) {
        var event = parsing.event(ConfiguredLine.traffic().with(Field.ACTION, action.text()));
        assertThat(event.action()).isEqualTo(action);
        assertThat(event.text(EventText.ACTION)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Subtype.class)
    void everyKnownSubtypeIsRead(Subtype subtype) {
        var event = parsing.event(ConfiguredLine.threat().with(Field.SUBTYPE, subtype.text()));
        assertThat(event.subtype()).isEqualTo(subtype);
        assertThat(event.text(EventText.SUBTYPE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Severity.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everySeverityIsRead(Severity severity) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        assertThat(parsing.event(ConfiguredLine.threat().with(Field.SEVERITY, word))
                        .severity())
                .isEqualTo(severity);
    }

    @Test
    void anUnknownActionAndSubtypeKeepTheirText() {
        var event = parsing.event(
                ConfiguredLine.threat().with(Field.ACTION, "tarpit").with(Field.SUBTYPE, "inline-cloud-c2"));
        assertThat(event.action()).isEqualTo(Action.OTHER);
        assertThat(event.actionText()).isEqualTo("tarpit");
        assertThat(event.subtype()).isEqualTo(Subtype.OTHER);
        assertThat(event.subtypeText()).isEqualTo("inline-cloud-c2");
    }

    @ParameterizedTest(name = "\"{0}\" is absent")
    @CsvSource({"'','',''", "-,-,-", "$threat_name,$threatid,$severity"})
    void whatTheFirewallHadNothingForIsAbsent(String name, String id, String severity) {
        var event = parsing.event(ConfiguredLine.traffic()
                .with(Field.THREAT_NAME, name)
                .with(Field.THREAT_ID, id)
                .with(Field.SEVERITY, severity));
        assertThat(event.text(EventText.THREAT_NAME)).isEmpty();
        assertThat(event.text(EventText.THREAT_ID)).isEmpty();
        assertThat(event.severity()).isEqualTo(Severity.NONE);
    }

    @Test
    void aVariableOfAnotherFieldIsAText() {
        var event = parsing.event(ConfiguredLine.traffic().with(Field.SRC_USER, "$threat_name"));
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo("$threat_name");
    }

    @ParameterizedTest(name = "type \"{0}\"")
    @ValueSource(strings = {" SYSTEM", " GLOBALPROTECT", " HIP-MATCH", " threat"})
    void anotherLogTypeIsIgnored(String type) {
        assertThat(parsing.outcome(ConfiguredLine.traffic().with(Field.TYPE, type)))
                .isEqualTo(Ignored.OTHER_LOG_TYPE);
    }

    @Test
    void theSpaceBehindTypeMayBeMissing() {
        assertThat(parsing.outcome(ConfiguredLine.traffic().with(Field.TYPE, "TRAFFIC")))
                .isEqualTo(Parsed.PARSED);
    }

    @ParameterizedTest(name = "end \"{0}\"")
    @ValueSource(strings = {"\r", " ", " \r"})
    void blanksAtTheEndArePassedOver(String end) {
        assertThat(parsing.outcome(ConfiguredLine.traffic() + end)).isEqualTo(Parsed.PARSED);
    }

    @Test
    void anEmptyLineIsIgnored() {
        assertThat(parsing.outcome("")).isEqualTo(Ignored.EMPTY_LINE);
        assertThat(parsing.outcome("\r")).isEqualTo(Ignored.EMPTY_LINE);
    }

    @Test
    void aLineWithoutItsLastSemicolonWasCut() {
        String line = ConfiguredLine.traffic().toString();
        assertThat(parsing.outcome(line.substring(0, line.length() - 1))).isEqualTo(Malformed.CUT_SHORT);
    }

    @Test
    void aUserNameThatForgesAWholeDestinationIsNotBelieved() {
        String forged = "x; DstLocation=a; DstIP=8.8.8.8; DstPort=1; Action=allow; RuleName=y";
        assertThat(parsing.outcome(ConfiguredLine.traffic().with(Field.SRC_USER, forged)))
                .isEqualTo(Malformed.AMBIGUOUS);
    }

    @Test
    void aForgedGroupDoesNotWinByBeingValidWhereTheTrueOneIsNot() {
        String forged = "x; DstLocation=a; DstIP=8.8.8.8; DstPort=1; Action=allow; RuleName=y";
        var line = ConfiguredLine.traffic().with(Field.SRC_USER, forged).with(Field.DST_IP, "fe80::1%eth0");
        assertThat(parsing.outcome(line)).isEqualTo(Malformed.AMBIGUOUS);
    }

    @Test
    void aLineAfterAHostileOneIsReadAsIfThatHadNotBeen() {
        var line = ConfiguredLine.threat();
        var before = parsing.event(line);
        parsing.outcome(ConfiguredLine.traffic().with(Field.SRC_USER, ";".repeat(100_000)));
        assertThat(parsing.event(line)).isEqualTo(before);
    }

    @Test
    void aReasonIsFitForALabel() {
        for (Malformed reason : Malformed.values()) {
            assertThat(reason.label()).matches("[a-z]+(-[a-z]+)*");
        }
    }
}
