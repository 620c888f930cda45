// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.settings.SettingsInForce;
import io.activedefense.detector.source.IgnoredReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
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
    private final Timer restores;
    private final Counter restoredRecords;
    private final TaskGauges tasks;
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
        this.restores = Timer.builder(PREFIX + "restore")
                .description("Until the state of a partition that came to this instance was restored")
                .register(registry);
        this.restoredRecords = Counter.builder(PREFIX + "restored_records")
                .description("Changelog records read to restore state")
                .register(registry);
        this.tasks = new TaskGauges(registry, PREFIX);
        this.ignored = Stream.of(IgnoredReason.values())
                .collect(Collectors.toUnmodifiableMap(
                        reason -> reason,
                        reason -> Counter.builder(PREFIX + "ignored")
                                .description("Events that moved no rule")
                                .tag("reason", reason.label())
                                .register(registry)));
    }

    /** Shows which settings are in force: none before the first document came. */
    void follow(SettingsHolder settings) {
        Gauge.builder(PREFIX + "settings_version", settings, held -> figure(held, DefenseSettings::version))
                .description("Version of the settings in force")
                .strongReference(true)
                .register(registry);
        Gauge.builder(PREFIX + "on", settings, held -> figure(held, document -> document.on() ? 1 : 0))
                .description("1 while the detector works, 0 while it is switched off")
                .strongReference(true)
                .register(registry);
    }

    private static double figure(SettingsHolder settings, ToDoubleFunction<DefenseSettings> figure) {
        SettingsInForce present = settings.present();
        return present == null ? Double.NaN : figure.applyAsDouble(present.document());
    }

    /** What each task is like. */
    TaskGauges tasks() {
        return tasks;
    }

    void restored(Duration took) {
        restores.record(took);
    }

    void restoredRecords(long records) {
        restoredRecords.increment((double) records);
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
        Counter.builder(PREFIX + "detections")
                .description("Detections")
                .tag("rule", rule)
                .tag("disposition", disposition.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        latency.record(Duration.ofMillis(Math.max(0, latencyMillis)));
    }

    void refused(String topic) {
        Counter.builder(PREFIX + "refused")
                .description("Records of settings, blacklist and statuses that can't be read: what was known stays")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }
}
