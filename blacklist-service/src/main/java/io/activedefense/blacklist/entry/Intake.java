// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import java.util.List;

/** Where what the detector tells becomes entries. Each call is one transaction; repeating one changes nothing. */
public interface Intake {
    /**
     * Records detections, and lists what they ground.
     *
     * @throws UnacceptableRecordException if the store can't hold one of them, whatever the number of attempts
     */
    void detections(List<Delivered<Detection>> batch);

    /**
     * Renews what was seen again.
     *
     * @throws UnacceptableRecordException if the store can't hold one of them, whatever the number of attempts
     */
    void sightings(List<Delivered<Sighting>> batch);
}
