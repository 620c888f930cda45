// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceLogType;
import io.activedefense.contracts.settings.LineFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about a device, as sent. What is left out is not said, as far as it can be.
 *
 * @param enabled whether its lines are read
 * @param timeZone of the times in its lines; left out: the bridge host's
 * @param logType which logs it is meant to send, for people: whatever it sends is read
 * @param format of its lines; left out: recognised a line at a time
 */
record DeviceDecision(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean enabled,

        @Nullable ZoneId timeZone,
        @Nullable DeviceLogType logType,
        @Nullable LineFormat format) {
    Device about(String name) {
        return new Device(name, Requests.given("enabled", enabled, "true or false"), timeZone, logType, format);
    }
}
