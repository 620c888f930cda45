// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import java.util.List;

/**
 * An entry and all that is known of how it came.
 *
 * @param entry with its evidence
 * @param history what happened to it, the latest first
 * @param detections the detections of it, the latest first, also those that did not list it
 */
public record EntryStory(BlacklistEntry entry, List<BlacklistEvent> history, List<RecordedDetection> detections) {
    public EntryStory {
        history = List.copyOf(history);
        detections = List.copyOf(detections);
    }
}
