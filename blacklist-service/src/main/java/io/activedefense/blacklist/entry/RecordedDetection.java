// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.detection.Detection;
import java.time.Instant;

/**
 * A detection and what it led to.
 *
 * @param detection as the detector sent it
 * @param result what it led to when it was first recorded
 * @param recordedAt when that was
 */
public record RecordedDetection(Detection detection, Result result, Instant recordedAt) {
    /** What a detection leads to. */
    public enum Result {
        LISTED,
        /** Its block window was over already. */
        EXPIRED,
        HELD,
        OBSERVED,
        /** Its source meets the never-list. */
        NEVER_LISTED,
        /** It was counted before the source's last release. */
        OUTDATED
    }
}
