// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceLogType;
import io.activedefense.contracts.settings.LineFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An operator's wish to register a device, as sent.
 *
 * @param name as its log file is named, without {@code .log}
 * @param enabled whether its lines are read; left out: they are
 * @param timeZone of the times in its lines; left out: the bridge host's
 * @param logType which logs it is meant to send, for people: whatever it sends is read
 * @param format of its lines; left out: recognised a line at a time
 */
record NewDevice(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,

        @Nullable Boolean enabled,
        @Nullable ZoneId timeZone,
        @Nullable DeviceLogType logType,
        @Nullable LineFormat format) {
    Device device() {
        String given = Requests.given("name", name, "the name of its log file, without .log");
        return new Device(given, enabled == null || enabled, timeZone, logType, format);
    }
}
