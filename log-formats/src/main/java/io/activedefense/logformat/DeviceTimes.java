// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The time received with its own zone, else that in the device's zone, else the syslog header's, else arrival. One that lies more than an hour ahead
 * of arrival is a clock that is wrong, and arrival takes its place.
 */
final class DeviceTimes extends EventTimes {
    private static final long FURTHEST_AHEAD_MILLIS = Duration.ofHours(1).toMillis();

    private final LocalTimes zone;

    DeviceTimes(ZoneId zone) {
        this.zone = new LocalTimes(zone.getRules());
    }

    @Override
    void set(WrittenTimes written, long arrivalMillis, FirewallEventWriter event) {
        if (written.highResolution != WrittenTimes.NONE) {
            set(written.highResolution, TimeOrigin.TIME_RECEIVED, arrivalMillis, event);
            return;
        }
        if (written.timeReceived != WrittenTimes.NONE) {
            set(timeReceived(written, arrivalMillis), TimeOrigin.TIME_RECEIVED, arrivalMillis, event);
            return;
        }
        long header = headerTime(written.header, arrivalMillis);
        if (header != WrittenTimes.NONE) {
            set(header, TimeOrigin.SYSLOG_HEADER, arrivalMillis, event);
        } else {
            event.time(arrivalMillis, TimeOrigin.ARRIVAL);
        }
    }

    private static void set(long millis, TimeOrigin origin, long arrivalMillis, FirewallEventWriter event) {
        if (millis - arrivalMillis > FURTHEST_AHEAD_MILLIS) {
            event.time(arrivalMillis, TimeOrigin.ARRIVAL_INSTEAD_OF_FUTURE);
        } else {
            event.time(millis, origin);
        }
    }

    private long timeReceived(WrittenTimes written, long arrivalMillis) {
        long local = written.timeReceived * 1000;
        if (zone.isUsual(local)) {
            return zone.usualInstant(local);
        }
        long header = written.header.instantMillis();
        return zone.instant(local, arrivalMillis, header == WrittenTimes.NONE ? arrivalMillis : header);
    }

    private long headerTime(SyslogHeader header, long arrivalMillis) {
        if (!header.isTraditional()) {
            return header.instantMillis();
        }
        long local = header.localMillis(zone.localOf(arrivalMillis));
        return local == WrittenTimes.NONE ? local : zone.instant(local, arrivalMillis, arrivalMillis);
    }
}
