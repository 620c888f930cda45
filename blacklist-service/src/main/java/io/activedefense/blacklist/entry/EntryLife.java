// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.blacklist.entry.RecordedDetection.Result;
import io.activedefense.contracts.blacklist.BlacklistEvent.Kind;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Sighting;
import java.time.Instant;

/**
 * What may happen to an entry. Detections and sightings may come repeatedly and in any order: all they do is widen, and
 * whether the entry is listed follows from what they widened to. So a sighting may also precede its detection.
 */
public final class EntryLife {
    private final Terms terms;
    private final Instant now;

    public EntryLife(Terms terms, Instant now) {
        this.terms = terms;
        this.now = now;
    }

    /** What the detection leads to, given the entry before it. */
    public Result resultOf(Entry entry, Detection detection) {
        if (isOutdated(entry, detection)) {
            return Result.OUTDATED;
        }
        if (terms.neverList().forbids(entry.address()).isPresent()) {
            return Result.NEVER_LISTED;
        }
        return switch (detection.disposition()) {
            case HOLD -> isInTime(entry.seen().until(detection.lastSeen())) ? Result.HELD : Result.EXPIRED;
            case OBSERVE -> Result.OBSERVED;
            case LIST -> weigh(entry, detection).isListed() ? Result.LISTED : Result.EXPIRED;
        };
    }

    public Step detected(Entry entry, Detection detection) {
        boolean counts = detection.disposition() == Disposition.LIST
                && !isOutdated(entry, detection)
                && terms.neverList().forbids(entry.address()).isEmpty();
        return counts ? told(entry, weigh(entry, detection)) : Step.none(entry);
    }

    /**
     * The source was seen again.
     *
     * @param hits events to count: 0 where this sighting was counted before
     */
    public Step sighted(Entry entry, Sighting sighting, long hits) {
        Seen seen = entry.seen().until(sighting.lastSeen()).counting(hits);
        return told(entry, settled(entry.with(seen)));
    }

    /** An operator lists it; the caller has asked the never-list. */
    public Step added(Entry entry, Addition addition) {
        Entry base =
                entry.isListed() ? entry : entry.with(entry.seen().afresh()).with(groundOfThisEpoch(entry));
        Instant since = entry.isListed() && entry.listedAt() != null ? entry.listedAt() : now;
        Entry listed = base.listedByOperator(addition.comment(), addition.expiresAt(), since);
        return new Step(entry, listed, entry.isListed() ? Kind.CHANGED : Kind.ADDED);
    }

    /** Whoever lifts it: what was seen until now cannot list it again. */
    public Step released(Entry entry) {
        return entry.isListed() ? new Step(entry, entry.released(now), Kind.RELEASED) : Step.none(entry);
    }

    /** The detector's memory of the release may go, and with it the count of releases. */
    public Step forgotten(Entry entry) {
        return entry.standing() == Standing.RELEASED ? Step.quiet(entry, entry.forgotten()) : Step.none(entry);
    }

    private boolean isOutdated(Entry entry, Detection detection) {
        Instant from = entry.countedFrom();
        return detection.epoch() < entry.epoch()
                || (from != null && !detection.firstSeen().isAfter(from));
    }

    private Entry weigh(Entry entry, Detection detection) {
        Ground ground = entry.ground().with(Ground.of(detection));
        boolean firstOfItsEpoch = ground.epoch() != entry.ground().epoch() && !entry.isListed();
        Seen seen = firstOfItsEpoch ? entry.seen().afresh() : entry.seen();
        Seen widened = seen.since(detection.firstSeen()).until(detection.lastSeen());
        return settled(entry.with(ground).with(widened));
    }

    /** On the list, if there is ground in this epoch and its block window isn't over. */
    private Entry settled(Entry entry) {
        boolean grounded = !entry.ground().isEmpty() && entry.ground().epoch() >= entry.epoch();
        boolean lists = !entry.isListed()
                && grounded
                && isInTime(entry.seen())
                && terms.neverList().forbids(entry.address()).isEmpty();
        return lists ? entry.listed(now) : entry;
    }

    private boolean isInTime(Seen seen) {
        return seen.last() != null && seen.last().plus(terms.blockWindow()).isAfter(now);
    }

    private static Ground groundOfThisEpoch(Entry entry) {
        return entry.ground().epoch() >= entry.epoch() ? entry.ground() : Ground.NONE;
    }

    private static Step told(Entry before, Entry after) {
        if (!before.isListed() && after.isListed()) {
            return new Step(before, after, Kind.ADDED);
        }
        boolean newReason = after.isListed()
                && !before.ground().reasons().equals(after.ground().reasons());
        return newReason ? new Step(before, after, Kind.CHANGED) : Step.quiet(before, after);
    }
}
