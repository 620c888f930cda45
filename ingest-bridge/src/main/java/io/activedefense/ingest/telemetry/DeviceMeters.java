// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.telemetry;

import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.device.FileStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The meters that are labelled by device. */
final class DeviceMeters {
    /** Anyone who can send syslog names a device: so many get a label of their own, the rest share one. */
    static final int MOST_DEVICES = 1_000;

    private static final String OTHER_DEVICES = "other";
    private static final String PREFIX = "active_defense_bridge_";

    /** What one label shows; of devices that share it, the sum of bytes and the worst of the rest. */
    private static final class Shown {
        private volatile double lagBytes;
        private volatile double lagSeconds;
        private volatile double lastWrittenSeconds = Double.NaN;
        private volatile double clockSkewSeconds = Double.NaN;
    }

    private record Counters(Counter lines, Counter bytes) {}

    private final MeterRegistry registry;
    private final Map<String, Shown> shownByLabel = new HashMap<>();
    private final Map<String, Counters> countersByLabel = new HashMap<>();

    DeviceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void acknowledged(String device, LineCounts counts, long bytes) {
        String label = label(device);
        var counters = countersByLabel.computeIfAbsent(label, this::counters);
        counters.lines.increment((double) counts.lines());
        counters.bytes.increment((double) bytes);
        counts.deadLetters()
                .forEach((reason, count) -> registry.counter(
                                PREFIX + "device_dead_letters", "device", label, "reason", reason)
                        .increment(count));
    }

    void files(List<FileStatus> statuses) {
        var byLabel = new HashMap<String, List<FileStatus>>();
        for (FileStatus status : statuses) {
            byLabel.computeIfAbsent(label(status.device()), any -> new java.util.ArrayList<>())
                    .add(status);
        }
        shownByLabel.forEach((label, shown) -> show(byLabel.getOrDefault(label, List.of()), shown));
    }

    private static void show(List<FileStatus> statuses, Shown shown) {
        shown.lagBytes = statuses.stream()
                .mapToLong(status -> status.progress().lagBytes())
                .sum();
        shown.lagSeconds =
                statuses.stream().mapToLong(FileStatus::lagSeconds).max().orElse(0);
        for (FileStatus status : statuses) {
            if (status.grewAt() != null) {
                shown.lastWrittenSeconds = status.grewAt().toEpochMilli() / 1000.0;
            }
            if (status.clockSkewSeconds() != null) {
                shown.clockSkewSeconds = status.clockSkewSeconds();
            }
        }
    }

    private String label(String device) {
        boolean known = shownByLabel.containsKey(device);
        String label = known || shownByLabel.size() < MOST_DEVICES ? device : OTHER_DEVICES;
        if (!shownByLabel.containsKey(label)) {
            shownByLabel.put(label, gauges(label));
        }
        return label;
    }

    private Shown gauges(String label) {
        var shown = new Shown();
        gauge(label, "lag_bytes", "Bytes written and not yet acknowledged", shown, now -> now.lagBytes);
        gauge(label, "lag_seconds", "For how long the oldest of them have waited", shown, now -> now.lagSeconds);
        if (!label.equals(OTHER_DEVICES)) {
            gauge(
                    label,
                    "last_written_timestamp_seconds",
                    "When the device's file was written last",
                    shown,
                    now -> now.lastWrittenSeconds);
            gauge(
                    label,
                    "clock_skew_seconds",
                    "Arrival minus event time of lines just written: above 0 the device's clock is slow",
                    shown,
                    now -> now.clockSkewSeconds);
        }
        return shown;
    }

    private void gauge(String label, String what, String description, Shown shown, ToDoubleFunction<Shown> value) {
        Gauge.builder(PREFIX + what, shown, value)
                .description(description)
                .tag("device", label)
                .register(registry);
    }

    private Counters counters(String label) {
        return new Counters(
                registry.counter(PREFIX + "device_lines", "device", label),
                registry.counter(PREFIX + "device_bytes", "device", label));
    }
}
