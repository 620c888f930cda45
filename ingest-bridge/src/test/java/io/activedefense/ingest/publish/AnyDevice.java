// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.publish;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.ingest.device.DeviceLines;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.logformat.LogFormat;

/** Every device is read, with one format. */
record AnyDevice(LogFormat format) implements DeviceLines {
    @Override
    public boolean mayRead(LogFile file) {
        return true;
    }

    @Override
    public LogFormat formatOf(String device) {
        return format;
    }

    @Override
    public void read(LogFile file, FirewallEvent last) {
        // nobody watches here
    }

    @Override
    public void refused(LogFile file, String reason, long offset, byte[] buffer, int from, int to) {
        // nobody watches here
    }
}
