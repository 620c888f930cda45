// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.telemetry;

import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.FileProgress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every meter of the bridge, with its name and labels. */
public final class BridgeMetrics {
    /** Anyone who can send syslog names a device: so many get a label of their own, the rest share one. */
    static final int MOST_DEVICES = 1_000;

    private static final String OTHER_DEVICES = "other";

    private final MeterRegistry registry;
    private final Counter lines;
    private final Counter bytes;
    private final Counter truncations;
    private final Counter unreadBytes;
    private final Counter disconnections;
    private final AtomicLong files = new AtomicLong();
    private final Map<String, AtomicLong> lagByDevice = new ConcurrentHashMap<>();

    public BridgeMetrics(MeterRegistry registry) {
        this.registry = registry;
        lines = counter("lines", "Lines that Kafka has acknowledged");
        bytes = counter("bytes", "Bytes of those lines");
        truncations = counter("truncations", "Times that a file was cut");
        unreadBytes = counter("unread_bytes", "Bytes lost because a file was cut or deleted before they were read");
        disconnections = counter("disconnections", "Times that the way to Kafka was lost");
        Gauge.builder("active_defense_bridge_files", files, AtomicLong::get)
                .description("Files that are followed")
                .register(registry);
    }

    void acknowledged(LineCounts counts, long acknowledgedBytes) {
        lines.increment((double) counts.lines());
        bytes.increment((double) acknowledgedBytes);
        counts.deadLetters()
                .forEach((reason, count) -> registry.counter("active_defense_bridge_dead_letters", "reason", reason)
                        .increment(count));
    }

    void ignored(String reason) {
        registry.counter("active_defense_bridge_ignored", "reason", reason).increment();
    }

    void truncated(long lostBytes) {
        truncations.increment();
        unreadBytes.increment((double) lostBytes);
    }

    void retired(long lostBytes) {
        unreadBytes.increment((double) lostBytes);
    }

    void disconnected() {
        disconnections.increment();
    }

    /** How far the files are: bytes written and not yet acknowledged, by device. */
    public void progress(List<FileProgress> progress) {
        files.set(progress.size());
        var lag = new HashMap<String, Long>();
        progress.forEach(file -> lag.merge(label(file.file().device()), file.lagBytes(), Long::sum));
        lagByDevice.forEach((device, gauge) -> gauge.set(lag.getOrDefault(device, 0L)));
    }

    private String label(String device) {
        if (!lagByDevice.containsKey(device) && lagByDevice.size() >= MOST_DEVICES) {
            addGauge(OTHER_DEVICES);
            return OTHER_DEVICES;
        }
        addGauge(device);
        return device;
    }

    private void addGauge(String device) {
        lagByDevice.computeIfAbsent(device, name -> {
            var lagBytes = new AtomicLong();
            Gauge.builder("active_defense_bridge_lag_bytes", lagBytes, AtomicLong::get)
                    .description("Bytes written and not yet acknowledged")
                    .tag("device", name)
                    .register(registry);
            return lagBytes;
        });
    }

    private Counter counter(String what, String description) {
        return Counter.builder("active_defense_bridge_" + what)
                .description(description)
                .register(registry);
    }
}
