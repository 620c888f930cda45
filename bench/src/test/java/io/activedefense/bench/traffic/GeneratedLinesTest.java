// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's parser reads every generated line as the event that the generator meant. */
class GeneratedLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"Z", "Europe/Berlin", "America/Los_Angeles"})
    void everyLineIsReadAsItWasMeant(ZoneId timeZone) {
        var format = LogFormats.recognised(EventTimes.of(timeZone));
        var generator = new TrafficGenerator(TrafficPlan.demo(5, NOON, 100, timeZone));
        var lineText = new LineText();
        var meant = new FirewallEventWriter();
        var read = new FirewallEventWriter();
        for (int i = 0; i < 50_000; i++) {
            FirewallLine line = generator.next();
            var text = new StringBuilder();
            lineText.append(line, text);
            byte[] bytes = text.toString().strip().getBytes(StandardCharsets.UTF_8);

            var outcome = format.parse(bytes, 0, bytes.length, line.at().toEpochMilli(), read);

            assertThat(outcome).as(text.toString()).isEqualTo(ParseOutcome.Parsed.PARSED);
            FirewallEvent event =
                    read.text(EventText.DEVICE, line.firewall().name()).build();
            assertSame(event, line.event(meant), text);
        }
    }

    private static void assertSame(FirewallEvent event, FirewallEvent meant, StringBuilder text) {
        assertThat(event.toString()).as(text.toString()).isEqualTo(meant.toString());
        assertThat(event.severity()).isEqualTo(meant.severity());
        assertThat(event.subtype()).isEqualTo(meant.subtype());
        assertThat(event.arrivalMillis()).isEqualTo(meant.arrivalMillis());
        for (EventText field : EventText.values()) {
            assertThat(event.text(field)).as("%s of %s", field, text).isEqualTo(meant.text(field));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void aProbeFiresWithItsLastLineOnly(int first) {
        var scan = new ProbeLines(ZoneOffset.UTC, first).nextScan();
        var text = new StringBuilder();
        scan.appendAllButTheLast(NOON, text);
        assertThat(text.toString().lines()).hasSize(10).allMatch(line -> line.contains("SrcIP=" + scan.source() + ";"));
        scan.appendLast(NOON, text);
        assertThat(text.toString().lines()).hasSize(11).doesNotHaveDuplicates();
    }
}
