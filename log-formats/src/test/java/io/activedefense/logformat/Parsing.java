// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads lines as the bridge does; the line stands amid other bytes, which must not matter. */
final class Parsing {
    static final Instant ARRIVAL = Instant.parse("2025-02-20T11:49:44Z");

    private final LogFormat format;
    private final FirewallEventWriter writer = new FirewallEventWriter();

    private Parsing(LogFormat format) {
        this.format = format;
    }

    /** Lines of the configured format, in UTC. */
    static Parsing inUtc() {
        return of("configured");
    }

    static Parsing in(String zone) {
        return new Parsing(LogFormats.named("configured", EventTimes.of(ZoneId.of(zone))));
    }

    static Parsing asWritten() {
        return new Parsing(LogFormats.recognised(EventTimes.asWritten()));
    }

    /** Lines of that format, in UTC. */
    static Parsing of(String format) {
        return new Parsing(LogFormats.named(format, EventTimes.of(ZoneOffset.UTC)));
    }

    /** Lines of any format, in UTC. */
    static Parsing recognised() {
        return new Parsing(LogFormats.recognised(EventTimes.of(ZoneOffset.UTC)));
    }

    ParseOutcome outcome(Object line) {
        return outcome(line, ARRIVAL);
    }

    FirewallEvent event(Object line) {
        return event(line, ARRIVAL);
    }

    FirewallEvent event(Object line, Instant arrival) {
        assertThat(outcome(line, arrival)).as(line.toString()).isEqualTo(ParseOutcome.Parsed.PARSED);
        return FirewallEvent.of(writer.build().bytes());
    }

    private ParseOutcome outcome(Object line, Instant arrival) {
        return outcome(line.toString().getBytes(StandardCharsets.UTF_8), arrival);
    }

    ParseOutcome outcome(byte[] line, Instant arrival) {
        byte[] before = "Type= THREAT;\n".getBytes(StandardCharsets.UTF_8);
        byte[] around = new byte[before.length + line.length + before.length];
        System.arraycopy(before, 0, around, 0, before.length);
        System.arraycopy(line, 0, around, before.length, line.length);
        System.arraycopy(before, 0, around, before.length + line.length, before.length);
        return format.parse(around, before.length, before.length + line.length, arrival.toEpochMilli(), writer);
    }
}
