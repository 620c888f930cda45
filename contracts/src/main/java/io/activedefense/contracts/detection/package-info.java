/** What the detector tells: detections and sightings. */
@NullMarked
package io.activedefense.contracts.detection;

import org.jspecify.annotations.NullMarked;
