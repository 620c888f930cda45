// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormat;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import java.time.Instant;
import java.time.ZoneOffset;

/** The product's own parser, which recognises the format of each line. */
final class OurParser {
    private static final long ARRIVAL = Instant.parse("2026-11-22T12:30:00Z").toEpochMilli();

    private final LogFormat format = LogFormats.recognised(EventTimes.of(ZoneOffset.UTC));
    private final FirewallEventWriter event = new FirewallEventWriter();

    FirewallEvent parse(byte[] line) {
        ParseOutcome outcome = format.parse(line, 0, line.length, ARRIVAL, event);
        if (outcome != ParseOutcome.Parsed.PARSED) {
            throw new IllegalStateException(outcome.label());
        }
        return event.build();
    }
}
