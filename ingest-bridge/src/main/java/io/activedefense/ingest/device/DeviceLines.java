// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.logformat.LogFormat;

/** What is asked about devices, and told of them, where their lines are read. */
public interface DeviceLines {
    /** Whether the file's lines shall be read now. */
    boolean mayRead(LogFile file);

    /** How the device's next line is read. */
    LogFormat formatOf(String device);

    /** The last event of a run of the file's lines. */
    void read(LogFile file, FirewallEvent last);

    /** The bytes {@code [from, to)} begin a line of the file that was refused. */
    void refused(LogFile file, String reason, long offset, byte[] buffer, int from, int to);
}
