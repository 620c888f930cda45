// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.listed.Listing;
import io.activedefense.detector.settings.SettingsInForce;
import io.activedefense.rules.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges events of one task, in the order in which they stand in the topic. Judging an event twice, as after a crash,
 * leaves the state and what fires as judging it once. Not thread-safe.
 */
public final class Detector {
    private static final int MOST_LOOKED_AT = 20_000;

    /** An event adds one source at most; so many more may go, or a backlog would fill the memory. */
    private static final int EVENTS_A_LOOK = 256;

    private static final int MOST_A_LOOK = 4 * EVENTS_A_LOOK;

    private final DetectorState state;
    private final ListedSources listed;
    private final Outlet outlet;
    private final DetectorCounts counts;
    private long judged;

    public Detector(DetectorState state, ListedSources listed, Outlet outlet, DetectorCounts counts) {
        this.state = state;
        this.listed = listed;
        this.outlet = outlet;
        this.counts = counts;
    }

    /**
     * Judges one event.
     *
     * @param recordMillis when the broker appended it
     */
    public void judge(FirewallEvent event, long recordMillis, SettingsInForce settings) {
        resetIfAsked(settings);
        if (++judged % EVENTS_A_LOOK == 0) {
            lookAtDue(settings, MOST_A_LOOK);
        }
        counts.judged(event);
        boolean late = state.clocks().observe(event.text(EventText.DEVICE), event.eventTimeMillis(), recordMillis);
        if (late) {
            counts.late();
        }
        var addresses = settings.rules().addresses();
        if (!addresses.isExternal(event.sourceHigh(), event.sourceLow(), event.arrivalMillis())) {
            counts.ignored(IgnoredReason.NOT_EXTERNAL);
            return;
        }
        Cidr group = SourceGroups.of(event, settings.document().ipv6SourcePrefix());
        Listing listing = listed.of(group);
        if (listing.wasSeenBeforeRelease(seenMillis(event))) {
            counts.ignored(IgnoredReason.SEEN_BEFORE_RELEASE);
            return;
        }
        judge(event, group, listing, late, settings);
    }

    private void judge(FirewallEvent event, Cidr group, Listing listing, boolean late, SettingsInForce settings) {
        TrackedSource source = sinceItsRelease(group, listing);
        boolean toReport = isReported(event, source, listing);
        if (settings.rules().counts(event)) {
            source = source == null ? new TrackedSource(group, listing.epoch()) : source;
            fire(event, group, source, listing, late, settings);
        } else if (toReport) {
            source = source == null ? new TrackedSource(group, listing.epoch()) : source;
        } else {
            counts.ignored(IgnoredReason.NOT_COUNTED);
            return;
        }
        if (toReport) {
            report(group, source, source.report().seen(seenMillis(event)), seenMillis(event));
        }
        if (!source.isBlank()) {
            source.touched(event.eventTimeMillis());
            state.put(source, settings.rules().longestWindow());
        }
    }

    /** What is remembered of the source, unless that was before it was last released. */
    private @Nullable TrackedSource sinceItsRelease(Cidr group, Listing listing) {
        TrackedSource source = state.get(group);
        return source == null || source.epoch() < listing.epoch() ? null : source;
    }

    /** Whether the source was on the list, or on its way there, before this event. */
    private boolean isReported(FirewallEvent event, @Nullable TrackedSource source, Listing listing) {
        return listing.listed() || (source != null && source.detected()) || listed.holdsListed(event.source());
    }

    private void fire(
            FirewallEvent event,
            Cidr group,
            TrackedSource source,
            Listing listing,
            boolean late,
            SettingsInForce settings) {
        var windows = source.windows();
        if (listing.listed()
                && windows.sightings().size() > 0
                && !settings.rules().needWindows(listing::isListedBy)) {
            windows.sightings().forgetAll();
        }
        int overflows = windows.sightings().overflows();
        List<Firing> firings = settings.rules().judge(event, windows, state.contexts(), listing::isListedBy, late);
        if (windows.sightings().overflows() > overflows) {
            counts.overflowed(windows.sightings().overflows() - overflows);
        }
        if (firings.isEmpty()) {
            return;
        }
        if (settings.rules()
                .addresses()
                .whyNeverListed(group, event.arrivalMillis())
                .isPresent()) {
            counts.ignored(IgnoredReason.NEVER_LISTED);
            return;
        }
        for (Firing firing : firings) {
            tell(event, group, source, firing, settings);
        }
    }

    private void tell(FirewallEvent event, Cidr group, TrackedSource source, Firing firing, SettingsInForce settings) {
        Disposition disposition = firing.disposition();
        if (disposition != Disposition.OBSERVE) {
            source.detectedNow();
        }
        var detection = new Detection(
                group,
                firing.rule(),
                source.epoch(),
                Instant.ofEpochMilli(firing.crossing().atMillis()),
                Instant.ofEpochMilli(seenMillis(event)),
                firing.crossing().evidence(),
                event.text(EventText.SOURCE_LOCATION),
                settings.document().version(),
                disposition,
                disposition == Disposition.HOLD ? firing.crossing().doubt() : null);
        counts.detected(detection, event);
        outlet.detection(detection);
    }

    private void report(Cidr group, TrackedSource source, SightingReport report, long nowMillis) {
        if (report.isDue(nowMillis)) {
            outlet.sighting(new Sighting(group, report.pendingCount(), Instant.ofEpochMilli(report.pendingMillis())));
            source.report(report.reported());
        } else {
            source.report(report);
        }
    }

    /**
     * Looks at sources whose time has come: reports those seen again, forgets what no window can need. Call it every now
     * and then, for when no events come; with events it is done bit by bit, so that nothing has to wait for long.
     */
    public void lookAtDue(SettingsInForce settings) {
        resetIfAsked(settings);
        lookAtDue(settings, MOST_LOOKED_AT);
    }

    private void lookAtDue(SettingsInForce settings, int most) {
        OptionalLong progress = state.clocks().progressMillis();
        if (progress.isEmpty()) {
            return;
        }
        long now = progress.getAsLong();
        Duration longestWindow = settings.rules().longestWindow();
        for (int looked = 0; looked < most; looked++) {
            TrackedSource due = state.takeDue(now);
            if (due == null) {
                return;
            }
            if (state.isCurrent(due)) {
                lookAt(due, now, longestWindow);
            }
        }
    }

    private void lookAt(TrackedSource source, long nowMillis, Duration longestWindow) {
        if (source.report().isDue(nowMillis)) {
            report(source.group(), source, source.report(), nowMillis);
            state.put(source, longestWindow);
        } else if (source.forget(nowMillis, longestWindow)) {
            state.remove(source);
        } else {
            state.schedule(source, longestWindow);
        }
    }

    /** Event time up to which everything has been judged and told; empty before the first event. */
    public OptionalLong progressMillis() {
        OptionalLong progress = state.clocks().progressMillis();
        return progress.isEmpty() ? progress : OptionalLong.of(Math.min(progress.getAsLong(), state.nothingDueUpTo()));
    }

    private void resetIfAsked(SettingsInForce settings) {
        int asked = settings.document().resetEpoch();
        if (asked > state.resetEpoch()) {
            state.forgetSources();
            state.resetEpoch(asked);
        }
    }

    /** Event time or arrival, whichever is earlier: a device whose clock is ahead saw nobody in the future. */
    private static long seenMillis(FirewallEvent event) {
        return Math.min(event.eventTimeMillis(), event.arrivalMillis());
    }
}
