// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import java.time.ZoneId;

/** The time zones that devices write their times in. */
@FunctionalInterface
public interface DeviceZones {
    ZoneId zoneOf(String device);

    /** What holds until an operator decided otherwise: every device keeps the time of the bridge's host. */
    static DeviceZones allIn(ZoneId zone) {
        return device -> zone;
    }
}
