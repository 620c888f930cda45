// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.SourceWindows;
import java.time.Duration;

/** What is remembered of one source between two releases. Not thread-safe. */
public final class TrackedSource {
    /** A source that a rule fired for is remembered for so long behind its last event, listed or not. */
    static final Duration DETECTED_KEPT = Duration.ofDays(366);

    /** What {@link #dueMinute} is of a source that waits nowhere. */
    static final int NOT_DUE = Integer.MAX_VALUE;

    // The group's parts, as there may be millions of it.
    private final long high;
    private final long low;
    private final byte prefixLength;
    private final int epoch;
    private final SourceWindows windows;
    private SightingReport report;
    private boolean detected;
    private long lastSeenMillis;

    /** Where the source waits in {@link DueTimes}, in minutes since 1970. */
    int dueMinute = NOT_DUE;

    /** What its sightings took in memory when {@link DetectorState} last looked. */
    int weighedBytes;

    /** Whether it changed since {@link DetectorState} was last asked what did. */
    boolean changed;

    TrackedSource(Cidr group, int epoch) {
        this(group, epoch, new SourceWindows(), SightingReport.NONE, false, Long.MIN_VALUE);
    }

    /**
     * A source as it was left.
     *
     * @param group its address or prefix
     * @param epoch how often it had been released
     * @param windows what the rules remember of it
     * @param report when it was last reported as seen
     * @param detected whether a rule that lists fired for it
     * @param lastSeenMillis its newest event
     */
    public TrackedSource(
            Cidr group,
            int epoch,
            SourceWindows windows,
            SightingReport report,
            boolean detected,
            long lastSeenMillis) {
        this.high = group.network().high();
        this.low = group.network().low();
        this.prefixLength = (byte) group.prefixLength();
        this.epoch = epoch;
        this.windows = windows;
        this.report = report;
        this.detected = detected;
        this.lastSeenMillis = lastSeenMillis;
    }

    public Cidr group() {
        return new Cidr(new IpAddress(high, low), prefixLength());
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    int prefixLength() {
        return prefixLength & 0xff;
    }

    boolean isOf(long otherHigh, long otherLow, int otherPrefixLength) {
        return low == otherLow && high == otherHigh && prefixLength() == otherPrefixLength;
    }

    public int epoch() {
        return epoch;
    }

    public SourceWindows windows() {
        return windows;
    }

    public SightingReport report() {
        return report;
    }

    /** Whether a rule that lists fired for it since its last release. */
    public boolean detected() {
        return detected;
    }

    public long lastSeenMillis() {
        return lastSeenMillis;
    }

    void touched(long millis) {
        lastSeenMillis = Math.max(lastSeenMillis, millis);
    }

    void detectedNow() {
        detected = true;
    }

    void report(SightingReport next) {
        report = next;
    }

    /**
     * Forgets what no window can need any more, events having come as far as this.
     *
     * @return whether nothing is left to remember
     */
    boolean forget(long progressMillis, Duration longestWindow) {
        long horizon = progressMillis - RuleSet.GRACE.toMillis() - longestWindow.toMillis();
        windows.sightings().forgetBefore(horizon + 1);
        boolean reportMatters =
                report.pendingCount() > 0 || progressMillis < report.reportedMillis() + SightingReport.INTERVAL;
        boolean silenceMatters = windows.hasFired() && lastSeenMillis > horizon;
        boolean detectionMatters = detected && progressMillis < lastSeenMillis + DETECTED_KEPT.toMillis();
        return windows.sightings().size() == 0 && !reportMatters && !silenceMatters && !detectionMatters;
    }

    /** Whether nothing is remembered of it. */
    boolean isBlank() {
        return windows.sightings().size() == 0 && !windows.hasFired() && report.equals(SightingReport.NONE);
    }

    /**
     * Event time at which it is next worth looking at: a report falls due, or something can be forgotten. Having been
     * looked at then and not forgotten, it is worth the next look later than that.
     */
    long nextDueMillis(Duration longestWindow) {
        if (report.pendingCount() > 0) {
            return report.dueMillis();
        }
        long forgettable = lastSeenMillis + RuleSet.GRACE.toMillis() + longestWindow.toMillis();
        if (windows.sightings().size() > 0) {
            return forgettable;
        }
        long detectionForgettable = detected ? lastSeenMillis + DETECTED_KEPT.toMillis() : forgettable;
        return Math.max(Math.max(forgettable, detectionForgettable), report.dueMillis());
    }
}
