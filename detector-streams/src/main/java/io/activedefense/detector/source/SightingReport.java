// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import java.time.Duration;

/**
 * When a source was last reported as seen, and what has been seen since. Reports are at most one an hour of event time;
 * the first comes at once. Immutable.
 *
 * @param reportedMillis last seen as last reported, in milliseconds since 1970; {@link #NEVER} before the first report
 * @param pendingCount events since then
 * @param pendingMillis the latest of them
 */
public record SightingReport(long reportedMillis, long pendingCount, long pendingMillis) {
    static final long NEVER = Long.MIN_VALUE;
    static final long INTERVAL = Duration.ofHours(1).toMillis();

    static final SightingReport NONE = new SightingReport(NEVER, 0, NEVER);

    SightingReport seen(long millis) {
        return new SightingReport(reportedMillis, pendingCount + 1, Math.max(pendingMillis, millis));
    }

    /** Whether what is pending shall be reported, events having come as far as this. */
    boolean isDue(long millis) {
        return pendingCount > 0 && (reportedMillis == NEVER || millis >= reportedMillis + INTERVAL);
    }

    SightingReport reported() {
        return new SightingReport(Math.max(reportedMillis, pendingMillis), 0, NEVER);
    }

    /** Event time from which on what is pending is due. */
    long dueMillis() {
        return reportedMillis + INTERVAL;
    }
}
