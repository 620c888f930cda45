// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Subtype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a real rsyslog wrote of what firewalls and others sent it, damaged lines among them. */
class RealLinesTest {
    private static final String VARIABLE = "ACTIVE_DEFENSE_TRACES";
    private static final String SAMPLES = "rsyslog-samples";
    private static final @Nullable String GIVEN = System.getenv(VARIABLE);

    private final LogFormat format = LogFormats.recognised(EventTimes.of(ZoneOffset.UTC));
    private final FirewallEventWriter writer = new FirewallEventWriter();

    @BeforeAll
    static void sayLoudlyWhatIsMissing() {
        if (!areThere()) {
            System.err.println("SKIPPED: " + RealLinesTest.class.getSimpleName() + ": " + missing());
        }
    }

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(areThere(), RealLinesTest::missing);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PA-BSD.log, parsed cut-short",
        "PA-CTL.log, unknown-format",
        "PA-IETF.log, parsed cut-short",
        "PA-LONGT.log, unknown-format unknown-format",
        "PA-REPEAT.log, unknown-format unknown-format unknown-format",
        "PA-RFC3339BSD.log, cut-short",
        "localhost.log, cut-short cut-short cut-short cut-short cut-short cut-short"
                + " unknown-format unknown-format unknown-format unknown-format",
        "traditional/PA-BSD.log, parsed cut-short",
        "traditional/PA-CTL.log, unknown-format",
        "traditional/PA-IETF.log, parsed cut-short",
    })
    void everyLineIsReadOrRefusedForItsReason(String file, String outcomes) throws IOException {
        assertThat(outcomes(file)).containsExactly(outcomes.split(" "));
    }

    @Test
    void theWholeLineIsReadAsTheFirewallMeantIt() throws IOException {
        byte[] bytes = Files.readAllBytes(samples().resolve("PA-BSD.log"));
        parse(bytes, 0, endOfLine(bytes, 0));
        FirewallEvent event = writer.build();
        assertThat(event.logType()).isEqualTo(LogType.TRAFFIC);
        assertThat(event.subtype()).isEqualTo(Subtype.END);
        assertThat(event.action()).isEqualTo(Action.ALLOW);
        assertThat(event.source()).isEqualTo(IpAddress.parse("10.1.1.5"));
        assertThat(event.sourcePort()).isEqualTo(51_515);
        assertThat(event.destination()).isEqualTo(IpAddress.parse("8.8.8.8"));
        assertThat(event.destinationPort()).isEqualTo(53);
        assertThat(Instant.ofEpochMilli(event.eventTimeMillis())).isEqualTo("2026-11-22T11:00:00Z");
        assertThat(event.text(EventText.SOURCE_USER)).isEqualTo("corp\\alice");
        assertThat(event.text(EventText.RULE_NAME)).isEqualTo("Allow DNS");
        assertThat(event.text(EventText.DESTINATION_LOCATION)).isEqualTo("United States");
        assertThat(event.text(EventText.SEQUENCE_NUMBER)).isEqualTo("7171717171");
        assertThat(event.text(EventText.SESSION_END_REASON)).isEqualTo("aged-out");
        assertThat(event.text(EventText.DEVICE_NAME)).isEqualTo("PA-VM");
    }

    private List<String> outcomes(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(samples().resolve(file));
        var outcomes = new ArrayList<String>();
        for (int from = 0; from < bytes.length; from = endOfLine(bytes, from) + 1) {
            outcomes.add(parse(bytes, from, endOfLine(bytes, from)).label());
        }
        return outcomes;
    }

    private ParseOutcome parse(byte[] bytes, int from, int to) {
        return format.parse(
                bytes, from, to, Instant.parse("2026-11-22T12:30:00Z").toEpochMilli(), writer);
    }

    private static int endOfLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean areThere() {
        return GIVEN != null && Files.isDirectory(samples());
    }

    private static Path samples() {
        return Path.of(GIVEN == null ? "" : GIVEN).resolve(SAMPLES);
    }

    private static String missing() {
        return GIVEN == null ? VARIABLE + " is not set" : samples() + " is not there";
    }
}
