// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The blacklist as operators see and change it. Every change is one transaction with its history and its messages. */
public interface Blacklist {
    /** The entry of exactly this address or prefix, listed or released. */
    Optional<EntryStory> find(Cidr address);

    /** A page of entries, without their evidence. */
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

    /** Takes an address off the list and puts it on the allowlist, in one transaction. */
    ReleaseOutcome releaseForGood(Cidr address, String reason, @Nullable Instant until, String by);

    /**
     * Lists all of these, or none.
     *
     * @param dryRun only tells what would become of them
     */
    ImportOutcome addAll(List<Addition> additions, boolean dryRun);

    /**
     * What {@link #undo} would release.
     *
     * @param most how many to name
     */
    Undoing undoable(String rule, Instant since, int most);

    /** Releases all that only this rule has listed at or after a time, a batch a transaction; returns how many. */
    int undo(String rule, Instant since, String reason, String by);

    /** How many entries these are. */
    EntryCounts counts(EntryFilter filter);

    /** How many entries are listed. */
    long listed();

    /** How many listed entries have each reason; an entry with two reasons counts for both. */
    SortedMap<String, Long> listedByReason();
}
