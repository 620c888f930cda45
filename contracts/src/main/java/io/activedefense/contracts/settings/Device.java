// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided about a firewall.
 *
 * @param name as {@link DeviceName} has it: its log file's, without {@code .log}
 * @param enabled whether its lines are read
 * @param timeZone of the times in its lines; absent: the bridge host's
 * @param logType which logs it is meant to send, for people: whatever it sends is read; absent: not said
 * @param format of its lines; absent: recognised a line at a time
 */
public record Device(
        String name,
        boolean enabled,
        @Nullable ZoneId timeZone,
        @Nullable DeviceLogType logType,
        @Nullable LineFormat format) {
    public Device {
        if (name == null || !DeviceName.isName(name)) { // NullAway guards our code, not a document
            throw new InvalidSettingException("name", name == null ? "nothing" : cut(name), DeviceName.ACCEPTED);
        }
    }

    private static String cut(String name) {
        return name.length() <= DeviceName.LONGEST ? name : name.length() + " characters";
    }
}
