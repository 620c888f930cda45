// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.device.Registration;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceLogType;
import io.activedefense.contracts.settings.LineFormat;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of devices.
 *
 * @param timeZone id of the zone
 * @param byWhom who changed it last
 */
@MappedEntity("device")
public record DeviceRow(
        @Id String name,
        boolean enabled,
        @Nullable String timeZone,
        @Nullable DeviceLogType logType,
        @Nullable LineFormat format,
        Instant at,
        String byWhom) {
    static DeviceRow of(Registration registration) {
        Device device = registration.device();
        String zone = device.timeZone() == null ? null : device.timeZone().getId();
        return new DeviceRow(
                device.name(),
                device.enabled(),
                zone,
                device.logType(),
                device.format(),
                registration.at(),
                registration.by());
    }

    Registration registration() {
        var device = new Device(name, enabled, timeZone == null ? null : ZoneId.of(timeZone), logType, format);
        return new Registration(device, at, byWhom);
    }
}
