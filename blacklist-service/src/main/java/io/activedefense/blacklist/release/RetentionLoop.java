// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the old go, every hour: what is older than log records are kept, than the block window, and than the public topic
 * of events keeps them.
 */
public final class RetentionLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLoop.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AS_LONG_AS_THE_TOPIC = 90;

    private final Retention retention;
    private final SettingsStore settings;
    private final Clock clock;

    public RetentionLoop(Retention retention, SettingsStore settings, Clock clock) {
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Duration step() {
        int rows = retention.forgetBefore(
                clock.instant().minus(kept(settings.current().settings())));
        if (rows > 0) {
            LOG.info("old detections, events, decisions and alarms were deleted: {}", rows);
        }
        return EVERY;
    }

    static Duration kept(DefenseSettings settings) {
        return Duration.ofDays(
                Math.max(AS_LONG_AS_THE_TOPIC, Math.max(settings.logRetentionDays(), settings.blockWindowDays())));
    }
}
