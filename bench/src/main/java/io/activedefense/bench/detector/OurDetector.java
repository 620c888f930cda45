// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.topology.DetectorMeters;
import io.activedefense.detector.topology.DetectorTopology;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/** The product's own topology, with its fault-tolerant state and exactly once, under the default settings. */
final class OurDetector implements Contender {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final DetectorMeters meters = new DetectorMeters(registry);

    @Override
    public String name() {
        return "Active Defense";
    }

    @Override
    public Topology topology() {
        var settings = new SettingsHolder();
        settings.put(DefenseSettings.DEFAULTS);
        return new DetectorTopology(new ListedSources(), settings, meters).build();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    public long processed() {
        return (long) registry.get("active_defense_detector_events").counter().count();
    }

    /** Sources that it remembers now. */
    long trackedSources() {
        return (long) registry.find("active_defense_detector_tracked_sources").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    @Override
    public String found() {
        double detections = registry.find("active_defense_detector_detections").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        return (long) detections + " detections";
    }
}
