// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.event.FirewallEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was seen of one device since the bridge started. */
final class DeviceActivity {
    /** A time further ahead of arrival was replaced by it. */
    private static final long FURTHEST_AHEAD_MILLIS = Duration.ofHours(1).toMillis();

    private final ClockSkew clock = new ClockSkew();
    private final RefusedLines refused = new RefusedLines();
    private @Nullable Instant grewAt;

    /** Something was written to its file by then. */
    void grew(Instant at) {
        grewAt = grewAt == null || at.isAfter(grewAt) ? at : grewAt;
    }

    /** A line that was written just before arrived. */
    void fresh(FirewallEvent event) {
        switch (event.timeOrigin()) {
            case TIME_RECEIVED, SYSLOG_HEADER -> clock.line(event.eventTimeMillis(), event.arrivalMillis());
            case ARRIVAL_INSTEAD_OF_FUTURE ->
                clock.line(event.arrivalMillis() + FURTHEST_AHEAD_MILLIS, event.arrivalMillis());
            case ARRIVAL -> {
                // tells nothing of the device's clock
            }
        }
    }

    ClockSkew clock() {
        return clock;
    }

    RefusedLines refused() {
        return refused;
    }

    @Nullable Instant grewAt() {
        return grewAt;
    }
}
