// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one address. What may happen to it is in {@link EntryLife}.
 *
 * @param address an address or prefix
 * @param standing where it stands
 * @param epoch how often it was released since it was last forgotten
 * @param seen when it was seen
 * @param ground what detections say against it
 * @param origin who listed it
 * @param comment an operator's words
 * @param ownExpiry when an operator wants it released
 * @param listedAt when it came on the list last
 * @param releasedAt when it was released last
 * @param countedFrom detections that rest on anything up to here are outdated, whatever their epoch
 */
public record Entry(
        Cidr address,
        Standing standing,
        int epoch,
        Seen seen,
        Ground ground,
        Origin origin,
        @Nullable String comment,
        @Nullable Instant ownExpiry,
        @Nullable Instant listedAt,
        @Nullable Instant releasedAt,
        @Nullable Instant countedFrom) {

    public Entry {
        if (standing == Standing.LISTED && listedAt == null) {
            throw new IllegalArgumentException(address + " is listed, so it needs listedAt");
        }
        if ((standing == Standing.RELEASED || standing == Standing.FORGOTTEN) && releasedAt == null) {
            throw new IllegalArgumentException(address + " is released, so it needs releasedAt");
        }
    }

    /** An address that nothing is known of. */
    public static Entry unknown(Cidr address) {
        return new Entry(
                address, Standing.RECORDED, 0, Seen.NEVER, Ground.NONE, Origin.DETECTED, null, null, null, null, null);
    }

    public boolean isListed() {
        return standing == Standing.LISTED;
    }

    /** Whether readers of the topic know of it. */
    public boolean isPublished() {
        return standing == Standing.LISTED || standing == Standing.RELEASED;
    }

    /** When it is released if it isn't seen again; absent: not by itself. */
    public Optional<Instant> expiresAt(Duration blockWindow) {
        if (origin == Origin.USER_ADDED) {
            return Optional.ofNullable(ownExpiry);
        }
        return Optional.ofNullable(seen.last()).map(last -> last.plus(blockWindow));
    }

    /** What the world is told of it. */
    public BlacklistEntry told(Duration blockWindow) {
        if (!isPublished() || listedAt == null) {
            throw new IllegalStateException(address + " is " + standing + ": nothing is told of it");
        }
        return new BlacklistEntry(
                address,
                ground.reasons(),
                origin,
                comment,
                seen.first() == null ? listedAt : seen.first(),
                seen.last() == null ? listedAt : seen.last(),
                listedAt,
                expiresAt(blockWindow).orElse(null),
                standing == Standing.RELEASED ? releasedAt : null,
                epoch,
                seen.hits(),
                ground.evidence(),
                ground.country());
    }

    Entry with(Seen newSeen) {
        return new Entry(
                address,
                standing,
                epoch,
                newSeen,
                ground,
                origin,
                comment,
                ownExpiry,
                listedAt,
                releasedAt,
                countedFrom);
    }

    Entry with(Ground newGround) {
        return new Entry(
                address,
                standing,
                Math.max(epoch, newGround.epoch()),
                seen,
                newGround,
                origin,
                comment,
                ownExpiry,
                listedAt,
                releasedAt,
                countedFrom);
    }

    Entry listed(Instant at) {
        return new Entry(
                address,
                Standing.LISTED,
                epoch,
                seen,
                ground,
                Origin.DETECTED,
                null,
                null,
                at,
                releasedAt,
                countedFrom);
    }

    Entry listedByOperator(@Nullable String words, @Nullable Instant expiry, Instant at) {
        return new Entry(
                address,
                Standing.LISTED,
                epoch,
                seen,
                ground,
                Origin.USER_ADDED,
                words,
                expiry,
                at,
                releasedAt,
                countedFrom);
    }

    Entry released(Instant at) {
        return new Entry(
                address,
                Standing.RELEASED,
                epoch + 1,
                seen,
                ground,
                origin,
                comment,
                ownExpiry,
                listedAt,
                at,
                countedFrom);
    }

    Entry forgotten() {
        return new Entry(
                address,
                Standing.FORGOTTEN,
                0,
                seen,
                Ground.NONE,
                Origin.DETECTED,
                null,
                null,
                listedAt,
                releasedAt,
                releasedAt);
    }
}
