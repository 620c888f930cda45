// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.detector.source.IgnoredReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every meter of the detector. */
public final class DetectorMeters {
    private static final String PREFIX = "active_defense_detector_";

    private final MeterRegistry registry;
    private final Counter events;
    private final Counter late;
    private final Counter overflows;
    private final Timer latency;
    private final Map<IgnoredReason, Counter> ignored;

    public DetectorMeters(MeterRegistry registry) {
        this.registry = registry;
        this.events =
                Counter.builder(PREFIX + "events").description("Events judged").register(registry);
        this.late = Counter.builder(PREFIX + "late")
                .description("Events older than their own device's newest by more than the grace")
                .register(registry);
        this.overflows = Counter.builder(PREFIX + "overflows")
                .description("Sightings that had to go because their source has too many")
                .register(registry);
        this.latency = Timer.builder(PREFIX + "detection_latency")
                .description("From reading the deciding line to its detection")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.ignored = Stream.of(IgnoredReason.values())
                .collect(Collectors.toUnmodifiableMap(
                        reason -> reason, reason -> registry.counter(PREFIX + "ignored", "reason", reason.label())));
    }

    void event() {
        events.increment();
    }

    void late() {
        late.increment();
    }

    void overflowed(long times) {
        overflows.increment((double) times);
    }

    void ignored(IgnoredReason reason) {
        Objects.requireNonNull(ignored.get(reason), "each has one").increment();
    }

    void detected(String rule, Disposition disposition, long latencyMillis) {
        registry.counter(
                        PREFIX + "detections",
                        "rule",
                        rule,
                        "disposition",
                        disposition.name().toLowerCase(Locale.ROOT))
                .increment();
        latency.record(Duration.ofMillis(Math.max(0, latencyMillis)));
    }

    void refused(String topic) {
        registry.counter(PREFIX + "refused", "topic", topic).increment();
    }
}
