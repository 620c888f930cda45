// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.archive;

import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Made-up lines over some days, and some of them to look for. */
final class RecordTraffic {
    private static final int LINE_BYTES = 350;
    private static final int KEPT_OF = 5_003;

    private final TrafficGenerator generator;
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final FileIdentity file = new FileIdentity(1, 1, 0);
    private final List<FirewallEvent> kept = new ArrayList<>();
    private Instant latest;
    private long made;

    RecordTraffic(Instant end, long lines, int days) {
        latest = end;
        Duration span = Duration.ofDays(days);
        var plan = TrafficPlan.demo(1, end.minus(span), (double) lines / span.toSeconds(), ZoneOffset.UTC);
        generator = new TrafficGenerator(plan);
    }

    List<FirewallEvent> next(int lines) {
        var events = new ArrayList<FirewallEvent>(lines);
        for (int i = 0; i < lines; i++) {
            generator.next().event(writer);
            FirewallEvent event =
                    writer.line(file, made++ * LINE_BYTES, LINE_BYTES).build();
            events.add(event);
            latest = Instant.ofEpochMilli(event.eventTimeMillis());
            if (made % KEPT_OF == 0) {
                kept.add(event);
            }
        }
        return events;
    }

    /** When the last one was seen. */
    Instant latest() {
        return latest;
    }

    /** Some lines, from all over the time. */
    List<FirewallEvent> kept() {
        return List.copyOf(kept);
    }
}
