// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.json.Json;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is compared does the same work: else the comparison would say nothing. */
class ComparedParsersTest {
    private static final long ARRIVAL = Instant.parse("2026-11-22T13:00:00Z").toEpochMilli();

    @Test
    void allParsersReadTheSameFromLinesWithoutTraps() {
        var regex = new RegexParser();
        var split = new SplitParser();
        var format = LogFormats.recognised(EventTimes.of(ZoneOffset.UTC));
        var writer = new FirewallEventWriter();
        int compared = 0;
        for (byte[] line : Traffic.texts()) {
            format.parse(line, 0, line.length, ARRIVAL, writer);
            String ours = writer.build().toString();
            assertThat(regex.parse(line)).hasToString(ours);
            if (isWithoutTraps(line)) {
                assertThat(split.parse(line)).hasToString(ours);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(Traffic.LINES / 10);
    }

    @Test
    void allParsersReadTheSameFromExtendedLines() {
        var regex = new RegexParser();
        for (byte[] line : Traffic.extendedTexts()) {
            FirewallEvent ours = ours(line);
            assertThat(regex.parseExtended(line)).hasToString(ours.toString());
            assertThat(ours.text(EventText.SEQUENCE_NUMBER))
                    .isEqualTo(regex.parseExtended(line).text(EventText.SEQUENCE_NUMBER))
                    .isNotEmpty();
            if (new String(line, StandardCharsets.UTF_8)
                            .chars()
                            .filter(c -> c == ';')
                            .count()
                    == 29) {
                assertThat(new SplitParser().parseExtended(line)).hasToString(ours.toString());
            }
        }
    }

    @Test
    void allParsersReadTheSameFromDefaultLines() {
        var csv = new CsvParsers();
        for (byte[] line : Traffic.csvTexts()) {
            FirewallEvent ours = ours(line);
            assertThat(csv.parseByRegularExpression(line)).hasToString(ours.toString());
            assertThat(ours.text(EventText.RULE_ID))
                    .isEqualTo(csv.parseByRegularExpression(line).text(EventText.RULE_ID))
                    .isNotEmpty();
            if (!new String(line, StandardCharsets.UTF_8).contains("\"")) {
                assertThat(csv.parseBySplitting(line)).hasToString(ours.toString());
            }
        }
    }

    private static FirewallEvent ours(byte[] line) {
        var writer = new FirewallEventWriter();
        var format = LogFormats.recognised(EventTimes.of(ZoneOffset.UTC));
        assertThat(format.parse(line, 0, line.length, ARRIVAL, writer)).isEqualTo(ParseOutcome.Parsed.PARSED);
        return writer.build();
    }

    @Test
    void jsonHoldsTheSameEvent() throws IOException {
        for (FirewallEvent event : Traffic.events()) {
            JsonEvent record = JsonEvent.of(event);
            byte[] json = Json.TOLERANT.writeValueAsBytes(record);
            assertThat(Json.TOLERANT.readValue(json, JsonEvent.class)).isEqualTo(record);
        }
    }

    @Test
    void theLayoutIsSmallerThanJson() throws IOException {
        EventSizes sizes = EventSizes.measure();
        assertThat(sizes.layout()).isLessThan(sizes.json() / 2);
        assertThat(sizes.layoutPacked()).isLessThan(sizes.jsonPacked());
    }

    private static boolean isWithoutTraps(byte[] line) {
        return new String(line, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == ';')
                        .count()
                == 16;
    }
}
