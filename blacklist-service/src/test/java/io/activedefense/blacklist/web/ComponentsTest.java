// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.blacklist.status.RelayStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.blacklist.web.StatusView.Component;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aBridgeWithoutLogFilesIsNoTroubleBeforeThereIsAFirewall() {
        assertThat(bridge(DeviceStates.NONE).up()).isTrue();
        assertThat(bridge(DeviceStates.NONE).detail()).isEqualTo("it has told of no log file yet");
    }

    @Test
    void aBridgeWithoutLogFilesIsDownWhereAFirewallIsRegistered() {
        var registration = new Registration(new Device("PA-1", true, null, null, null), NOON, "admin");
        DeviceStates one = DeviceStates.of(List.of(registration), List.of(), DeviceSettings.DEFAULTS, NOON);

        assertThat(bridge(one).up()).isFalse();
    }

    private static Component bridge(DeviceStates devices) {
        var relay = new RelayStatus(true, 0L, 0, null, null);
        var report = new StatusReport(List.of(), null, null, List.of(), devices, List.of(), relay);
        return new Components(report, true, Optional.empty(), NOON)
                .all().stream()
                        .filter(component -> component.name().equals("ingest bridge"))
                        .findFirst()
                        .orElseThrow();
    }
}
