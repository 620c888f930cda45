// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import java.time.Instant;

/** What has been told long ago, and may go. */
@FunctionalInterface
public interface Retention {
    /**
     * Deletes detections, events, decisions and cleared alarms from before a time. What belongs to an entry that is
     * listed stays: as long as it is blocked its story is told whole.
     *
     * @return how many rows
     */
    int forgetBefore(Instant time);
}
