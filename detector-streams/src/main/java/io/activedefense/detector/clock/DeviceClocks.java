// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.clock;

import io.activedefense.rules.RuleSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far each device has come in event time. A device makes nobody else late: lateness is told by its own clock, and
 * progress by the slowest device that still sends. Record times are those that the broker stamped, so that the same
 * records give the same answers however fast they are read. Not thread-safe.
 */
public final class DeviceClocks {
    private static final long ACTIVE = Duration.ofMinutes(1).toMillis();
    private static final long FORGOTTEN = Duration.ofDays(7).toMillis();

    private final Map<String, Clock> clocks = new HashMap<>();
    private long latestRecordMillis = Long.MIN_VALUE;

    private static final class Clock {
        long newestMillis = Long.MIN_VALUE;
        long lastRecordMillis = Long.MIN_VALUE;
        boolean changed;
    }

    /**
     * Takes note of an event.
     *
     * @return whether it is late: older than its device's newest by more than the grace
     */
    public boolean observe(String device, long eventMillis, long recordMillis) {
        Clock clock = clocks.computeIfAbsent(device, name -> new Clock());
        boolean late =
                clock.newestMillis != Long.MIN_VALUE && eventMillis < clock.newestMillis - RuleSet.GRACE.toMillis();
        clock.changed |= eventMillis > clock.newestMillis;
        clock.newestMillis = Math.max(clock.newestMillis, eventMillis);
        clock.lastRecordMillis = Math.max(clock.lastRecordMillis, recordMillis);
        latestRecordMillis = Math.max(latestRecordMillis, recordMillis);
        return late;
    }

    /** The newest event time of the slowest device that is active: that sent a record within the last minute of records. */
    public OptionalLong progressMillis() {
        return clocks.values().stream()
                .filter(clock -> clock.lastRecordMillis >= latestRecordMillis - ACTIVE)
                .mapToLong(clock -> clock.newestMillis)
                .min();
    }

    /** By device, the clocks that moved since this was last asked, in milliseconds since 1970. */
    public Map<String, Long> takeChanged() {
        var changed = new HashMap<String, Long>();
        clocks.forEach((device, clock) -> {
            if (clock.changed) {
                changed.put(device, clock.newestMillis);
                clock.changed = false;
            }
        });
        return changed;
    }

    /** Puts back a clock as {@link #takeChanged} gave it; the device is inactive until its next record. */
    public void restore(String device, long newestMillis) {
        clocks.computeIfAbsent(device, name -> new Clock()).newestMillis = newestMillis;
    }

    /**
     * Forgets devices that have been silent for a week of records, as who can send syslog can make up devices.
     *
     * @return their names
     */
    public List<String> forgetSilent() {
        var silent = clocks.entrySet().stream()
                .filter(entry -> entry.getValue().lastRecordMillis != Long.MIN_VALUE)
                .filter(entry -> entry.getValue().lastRecordMillis < latestRecordMillis - FORGOTTEN)
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(clocks::remove);
        return silent;
    }

    public void forget(String device) {
        clocks.remove(device);
    }

    public void clear() {
        clocks.clear();
        latestRecordMillis = Long.MIN_VALUE;
    }
}
