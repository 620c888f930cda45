// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.GuardSettings;
import io.activedefense.rules.RuleSet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches how many new entries come at once. More of them than usual is rather a wrong setting, a new device or a
 * spoofed flood than so many attackers, so an operator is told, and may have them held.
 */
public final class Burst {
    /** What held detections of a burst begin their reason with. */
    public static final String HOLD_REASON = "burst of new entries";

    /** Never the vulnerability: the firewall itself has seen the exploit. */
    private static final Set<String> MAY_HOLD = Set.of(RuleSet.PORT_SCAN, RuleSet.IP_SCAN);

    private final GuardSettings guards;
    private final Instant now;
    private final LongSupplier recent;
    private Span span;
    private long fresh = -1;

    /**
     * How long it lasts.
     *
     * @param beganAt when there were too many first; absent: never
     * @param lastOver when there were too many last
     */
    public record Span(@Nullable Instant beganAt, @Nullable Instant lastOver) {
        public static final Span NONE = new Span(null, null);

        /** Whether it goes on: until as many quiet minutes have passed as are looked at. */
        public boolean lasts(GuardSettings guards, Instant now) {
            return lastOver != null && now.isBefore(lastOver.plus(guards.burstSpan()));
        }
    }

    /**
     * A look at one batch.
     *
     * @param span as it was before
     * @param recent tells how many new entries there were within the minutes that are looked at; asked at most once
     */
    public Burst(GuardSettings guards, Span span, Instant now, LongSupplier recent) {
        this.guards = guards;
        this.span = span;
        this.now = now;
        this.recent = recent;
    }

    /** The detection as it shall be taken: held, if it makes a new entry in a burst and the settings say so. */
    public Detection judge(Entry entry, Detection detection, Result result) {
        if (result != Result.LISTED || entry.isListed()) {
            return detection;
        }
        count();
        boolean holds = guards.burstHolds() && span.lasts(guards, now) && MAY_HOLD.contains(detection.rule());
        return holds ? held(detection) : detection;
    }

    /** The span as it is now; absent: as it was. */
    public Optional<Span> changed(Span before) {
        return span.equals(before) ? Optional.empty() : Optional.of(span);
    }

    private void count() {
        if (fresh < 0) {
            fresh = recent.getAsLong();
        }
        fresh++;
        if (fresh > guards.burstEntries()) {
            span = new Span(span.lasts(guards, now) ? span.beganAt() : now, now);
        }
    }

    private Detection held(Detection detection) {
        String why = HOLD_REASON + ": more than " + guards.burstEntries() + " in " + guards.burstMinutes() + " minutes";
        return detection.as(Disposition.HOLD, why);
    }
}
