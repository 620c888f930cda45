// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of recorded detections.
 *
 * @param detections the latest first
 * @param next what {@code before} is for the next page; absent: this is the last
 */
public record DetectionPage(
        List<RecordedDetection> detections, @Nullable Long next) {
    public DetectionPage {
        detections = List.copyOf(detections);
    }
}
