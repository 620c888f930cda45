// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.contracts.event.FirewallEventWriter;
import java.time.ZoneId;

/** How the times in a device's lines become the times of its events. Not thread-safe. */
public abstract sealed class EventTimes permits DeviceTimes, TimesAsWritten {
    EventTimes() {}

    /** For a device whose clock shows the time of this zone: DESIGN's meaning of event time. */
    public static EventTimes of(ZoneId deviceZone) {
        return new DeviceTimes(deviceZone);
    }

    /**
     * Every time as it stands in the line, as if it were UTC: no zone, no offset, and none is too far in the future. For
     * reading old files, where arrival says nothing but the year.
     */
    public static EventTimes asWritten() {
        return new TimesAsWritten();
    }

    /** Sets the event's time. */
    abstract void set(WrittenTimes written, long arrivalMillis, FirewallEventWriter event);
}
