// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.address.Cidr;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The blacklist as operators see and change it. Every change is one transaction with its history and its messages. */
public interface Blacklist {
    /** The entry of exactly this address or prefix, listed or released. */
    Optional<EntryStory> find(Cidr address);

    /** A page of entries, without their evidence, in address order. */
    EntryPage search(EntryQuery query);

    /** Lists an address until an operator releases it or its own expiry passes. */
    AddOutcome add(Addition addition);

    /** Takes an address off the list; what was seen of it until now cannot list it again. */
    ReleaseOutcome release(Cidr address, String reason, String by);

    /**
     * Recorded detections, the latest first.
     *
     * @param result what they led to; absent: whatever
     * @param rule that fired; absent: any
     * @param before only those recorded before this one; absent: from the latest
     */
    DetectionPage detections(@Nullable Result result, @Nullable String rule, @Nullable Long before, int limit);

    /** How many entries are listed. */
    long listed();

    /** How many listed entries have each reason; an entry with two reasons counts for both. */
    SortedMap<String, Long> listedByReason();
}
