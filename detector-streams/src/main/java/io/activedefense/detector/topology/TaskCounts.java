// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.detector.source.DetectorCounts;
import io.activedefense.detector.source.IgnoredReason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What one task counted since it started, and the meters that all tasks share. */
final class TaskCounts implements DetectorCounts {
    private final DetectorMeters meters;
    private final LongSupplier wallClockMillis;
    private final Map<IgnoredReason, Long> ignored = new EnumMap<>(IgnoredReason.class);
    private final Map<String, Long> detections = new HashMap<>();
    private long events;
    private long late;
    private long overflows;

    TaskCounts(DetectorMeters meters, LongSupplier wallClockMillis) {
        this.meters = meters;
        this.wallClockMillis = wallClockMillis;
    }

    @Override
    public void judged(FirewallEvent event) {
        events++;
        meters.event();
    }

    @Override
    public void late() {
        late++;
        meters.late();
    }

    @Override
    public void ignored(IgnoredReason reason) {
        ignored.merge(reason, 1L, Long::sum);
        meters.ignored(reason);
    }

    @Override
    public void detected(Detection detection, FirewallEvent decidedBy) {
        detections.merge(detection.rule(), 1L, Long::sum);
        long latency = wallClockMillis.getAsLong() - decidedBy.arrivalMillis();
        meters.detected(detection.rule(), detection.disposition(), latency);
    }

    @Override
    public void overflowed(long times) {
        overflows += times;
        meters.overflowed(times);
    }

    long events() {
        return events;
    }

    long lateEvents() {
        return late;
    }

    long overflows() {
        return overflows;
    }

    Map<String, Long> ignoredByReason() {
        var byReason = new TreeMap<String, Long>();
        ignored.forEach((reason, count) -> byReason.put(reason.label(), count));
        return byReason;
    }

    Map<String, Long> detectionsByRule() {
        return Map.copyOf(detections);
    }
}
