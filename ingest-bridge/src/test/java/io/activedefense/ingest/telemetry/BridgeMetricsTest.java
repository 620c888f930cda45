// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.device.FileStatus;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.LogFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BridgeMetricsTest {
    private static final String LAG = "active_defense_bridge_lag_bytes";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BridgeMetrics metrics = new BridgeMetrics(registry);

    @Test
    void linesAreCountedWhenTheyAreAcknowledgedAndDeadLettersByReason() {
        metrics.acknowledged("PA-1", new LineCounts(5, Map.of("too-long", 2L)), 700);
        metrics.acknowledged("PA-1", new LineCounts(1, Map.of("too-long", 1L)), 70);
        assertThat(count("active_defense_bridge_lines")).isEqualTo(6);
        assertThat(count("active_defense_bridge_bytes")).isEqualTo(770);
        assertThat(registry.get("active_defense_bridge_dead_letters")
                        .tag("reason", "too-long")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.get("active_defense_bridge_device_lines")
                        .tag("device", "PA-1")
                        .counter()
                        .count())
                .isEqualTo(6);
        assertThat(registry.get("active_defense_bridge_device_dead_letters")
                        .tag("device", "PA-1")
                        .tag("reason", "too-long")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void devicesAreCountedByWhetherTheyAreRead() {
        metrics.files(List.of(behind("PA-1", 10), behind("PA-2", 5)));
        assertThat(registry.get("active_defense_bridge_devices")
                        .tag("standing", "read")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.get("active_defense_bridge_devices")
                        .tag("standing", "over-limit")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void lagIsSummedADeviceAndGoesToZeroWhenItsFilesAreGone() {
        metrics.files(List.of(behind("PA-1", 10), behind("PA-1", 5), behind("PA-2", 7)));
        assertThat(lag("PA-1")).isEqualTo(15);
        assertThat(lag("PA-2")).isEqualTo(7);
        metrics.files(List.of(behind("PA-2", 3)));
        assertThat(lag("PA-1")).isZero();
        assertThat(lag("PA-2")).isEqualTo(3);
    }

    @Test
    void whoeverInventsDevicesDoesNotMakeLabels() {
        var many = IntStream.range(0, 3 * DeviceMeters.MOST_DEVICES)
                .mapToObj(number -> behind("invented-" + number, 1))
                .toList();
        metrics.files(many);
        assertThat(registry.get(LAG).gauges()).hasSize(DeviceMeters.MOST_DEVICES + 1);
        assertThat(lag("other")).isEqualTo(2 * DeviceMeters.MOST_DEVICES);
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }

    private double lag(String device) {
        return registry.get(LAG).tag("device", device).gauge().value();
    }

    private static FileStatus behind(String device, long lagBytes) {
        var file = new LogFile(new FileIdentity(1, 2, 3), Path.of("/logs", device + ".log"));
        var progress = new FileProgress(file, 0, lagBytes, LineCounts.NONE, Delivery.NO_EVENT_TIME);
        return new FileStatus(progress, Standing.READ, 0, List.of(), null, null);
    }
}
