// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;

/** What the detector counts. */
public interface DetectorCounts {
    void judged(FirewallEvent event);

    /** The event was older than its own device's newest by more than the grace. */
    void late();

    void ignored(IgnoredReason reason);

    void detected(Detection detection, FirewallEvent decidedBy);

    /** The oldest sighting of a source had to go for a new one, so often. */
    void overflowed(long times);
}
