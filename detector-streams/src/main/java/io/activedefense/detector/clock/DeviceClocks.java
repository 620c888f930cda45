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

    /** To the second: a device that sends all the time need not be written at every commit. */
    private static final long WORTH_TAKING = Duration.ofSeconds(1).toMillis();

    private static final class Clock {
        long newestMillis = Long.MIN_VALUE;
        long lastRecordMillis = Long.MIN_VALUE;
        Reading taken = Reading.NEVER;

        Reading reading() {
            return new Reading(newestMillis, lastRecordMillis);
        }

        boolean hasMoved() {
            return newestMillis > taken.newestMillis() || lastRecordMillis - WORTH_TAKING >= taken.lastRecordMillis();
        }
    }

    /**
     * What a clock says, in milliseconds since 1970.
     *
     * @param newestMillis the newest event time of the device
     * @param lastRecordMillis when its last record was stamped
     */
    public record Reading(long newestMillis, long lastRecordMillis) {
        private static final Reading NEVER = new Reading(Long.MIN_VALUE, Long.MIN_VALUE);
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

    /** By device, the clocks that moved since this was last asked. */
    public Map<String, Reading> takeChanged() {
        var changed = new HashMap<String, Reading>();
        clocks.forEach((device, clock) -> {
            if (clock.hasMoved()) {
                clock.taken = clock.reading();
                changed.put(device, clock.taken);
            }
        });
        return changed;
    }

    /** Puts back a clock as {@link #takeChanged} gave it: a device that was active is so again. */
    public void restore(String device, Reading reading) {
        Clock clock = clocks.computeIfAbsent(device, name -> new Clock());
        clock.newestMillis = reading.newestMillis();
        clock.lastRecordMillis = reading.lastRecordMillis();
        clock.taken = reading;
        latestRecordMillis = Math.max(latestRecordMillis, reading.lastRecordMillis());
    }

    /**
     * Forgets devices that have been silent for a week of records, as who can send syslog can make up devices.
     *
     * @return their names
     */
    public List<String> forgetSilent() {
        var silent = clocks.entrySet().stream()
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
