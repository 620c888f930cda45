// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.device.Condition;
import io.activedefense.blacklist.device.DeviceState;
import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.blacklist.status.RelayStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.contracts.kafka.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void theyTellAfterTheCollectorCame() {
        var meters = new ServiceMeters(registry);
        var silent = new DeviceState(
                "PA-1", null, null, List.of(new Condition(Condition.Kind.SILENT, "no line", null)), List.of());
        watch(meters, new DeviceStates(List.of(silent)), 5);
        collectGarbage();
        assertThat(registry.get("active_defense_blacklist_listed_entries")
                        .gauge()
                        .value())
                .isEqualTo(5);
        assertThat(registry.get("active_defense_blacklist_devices")
                        .tag("condition", "silent")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("active_defense_blacklist_consumer_lag_records")
                        .gauge()
                        .value())
                .isEqualTo(7);
    }

    /** In a method of its own, so that nothing here holds what the meters ask. */
    private static void watch(ServiceMeters meters, DeviceStates devices, long listed) {
        var relay = new RelayStatus(true, 0L, 0, null, null);
        var report = new StatusReport(List.of(), null, null, List.of(), devices, List.of(), relay);
        meters.watch(() -> report, () -> listed);
        meters.watchLag(Topics.DETECTIONS, () -> listed + 2);
    }

    private static void collectGarbage() {
        var collected = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return collected.get() == null;
        });
    }
}
