// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import io.activedefense.blacklist.device.Condition;
import io.activedefense.blacklist.device.DeviceState;
import io.activedefense.blacklist.status.ServiceStatus;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with devices. */
public final class DeviceTroubles implements Troubles {
    private final ServiceStatus status;

    public DeviceTroubles(ServiceStatus status) {
        this.status = status;
    }

    @Override
    public String source() {
        return "devices";
    }

    @Override
    public List<Trouble> found() {
        return status.report().devices().troubled().stream()
                .flatMap(DeviceTroubles::of)
                .toList();
    }

    private static Stream<Trouble> of(DeviceState device) {
        return device.conditions().stream()
                .filter(condition -> condition.kind().isTrouble())
                .map(condition -> new Trouble(kind(condition), device.name(), condition.detail(), whatToDo(condition)));
    }

    private static String kind(Condition condition) {
        return switch (condition.kind()) {
            case SILENT -> "device-silent";
            case CLOCK_OFF -> "device-clock-off";
            case WAITING -> "device-waiting";
            case UNHEARD -> "device-unheard";
        };
    }

    private static String whatToDo(Condition condition) {
        return switch (condition.kind()) {
            case SILENT -> "See whether the firewall still logs, and whether rsyslog still writes its file.";
            case CLOCK_OFF -> "Set the firewall's clock by NTP, and its time zone under Syslog Devices.";
            case WAITING -> "Approve the device under Syslog Devices, or disable it.";
            case UNHEARD -> "See whether the ingest bridge that reads it runs and reaches Kafka.";
        };
    }
}
