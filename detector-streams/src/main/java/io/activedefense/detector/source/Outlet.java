// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;

/** Where the detector tells what it found. */
public interface Outlet {
    void detection(Detection detection);

    void sighting(Sighting sighting);
}
