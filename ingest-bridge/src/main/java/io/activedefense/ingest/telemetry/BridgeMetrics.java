// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.telemetry;

import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.device.FileStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Every meter of the bridge, with its name and labels; those of single devices are {@link DeviceMeters}. */
public final class BridgeMetrics {
    private final MeterRegistry registry;
    private final DeviceMeters devices;
    private final Counter lines;
    private final Counter bytes;
    private final Counter truncations;
    private final Counter unreadBytes;
    private final Counter disconnections;
    private final Counter compressedUnread;
    private final Counter removedFiles;
    private final Counter removedBytes;
    private final AtomicLong refusedLinks = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final Map<Standing, AtomicLong> filesByStanding = new EnumMap<>(Standing.class);

    public BridgeMetrics(MeterRegistry registry) {
        this.registry = registry;
        devices = new DeviceMeters(registry);
        lines = counter("lines", "Lines that Kafka has acknowledged");
        bytes = counter("bytes", "Bytes of those lines");
        truncations = counter("truncations", "Times that a file was cut");
        unreadBytes = counter("unread_bytes", "Bytes lost because a file was cut or deleted before they were read");
        disconnections = counter("disconnections", "Times that the way to Kafka was lost");
        compressedUnread = counter("compressed_unread", "Files whose lines were compressed before they were read");
        removedFiles = counter("removed_files", "Rotated files that were removed, after Kafka had all that they held");
        removedBytes = counter("removed_bytes", "Bytes of those files");
        Gauge.builder("active_defense_bridge_refused_links", refusedLinks, AtomicLong::get)
                .description("Symbolic links that are not followed, since they lead out of the folders")
                .register(registry);
        Gauge.builder("active_defense_bridge_files", files, AtomicLong::get)
                .description("Files that are followed")
                .register(registry);
        for (Standing standing : Standing.values()) {
            filesByStanding.put(standing, standingGauge(standing));
        }
    }

    void acknowledged(String device, LineCounts counts, long acknowledgedBytes) {
        lines.increment((double) counts.lines());
        bytes.increment((double) acknowledgedBytes);
        counts.deadLetters()
                .forEach((reason, count) -> registry.counter("active_defense_bridge_dead_letters", "reason", reason)
                        .increment(count));
        devices.acknowledged(device, counts, acknowledgedBytes);
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

    void compressedUnread() {
        compressedUnread.increment();
    }

    void removed(long bytes) {
        removedFiles.increment();
        removedBytes.increment((double) bytes);
    }

    public void refusedLinks(int count) {
        refusedLinks.set(count);
    }

    void disconnected() {
        disconnections.increment();
    }

    /** How the files and their devices are. */
    public void files(List<FileStatus> statuses) {
        files.set(statuses.size());
        filesByStanding.forEach((standing, gauge) -> gauge.set(statuses.stream()
                .filter(status -> status.standing() == standing)
                .count()));
        devices.files(statuses);
    }

    private AtomicLong standingGauge(Standing standing) {
        var count = new AtomicLong();
        Gauge.builder("active_defense_bridge_devices", count, AtomicLong::get)
                .description("Devices with a file, by whether their lines are read")
                .tag("standing", standing.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
        return count;
    }

    private Counter counter(String what, String description) {
        return Counter.builder("active_defense_bridge_" + what)
                .description(description)
                .register(registry);
    }
}
