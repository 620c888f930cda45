// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.TimeOrigin;

/** The time received, else the header's, else arrival, without a zone. */
final class TimesAsWritten extends EventTimes {
    @Override
    void set(WrittenTimes written, long arrivalMillis, FirewallEventWriter event) {
        if (written.highResolution != WrittenTimes.NONE) {
            event.time(written.highResolutionLocal, TimeOrigin.TIME_RECEIVED);
            return;
        }
        if (written.timeReceived != WrittenTimes.NONE) {
            event.time(written.timeReceived * 1000, TimeOrigin.TIME_RECEIVED);
            return;
        }
        long header = written.header.localMillis(arrivalMillis);
        if (header != WrittenTimes.NONE) {
            event.time(header, TimeOrigin.SYSLOG_HEADER);
        } else {
            event.time(arrivalMillis, TimeOrigin.ARRIVAL);
        }
    }
}
