// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A listed entry, as far as feeds choose by it.
 *
 * @param address what it covers
 * @param reasons ids of the rules that fired
 * @param origin who listed it
 * @param devices that logged its evidence; empty where nobody chooses by them
 * @param listedAt since when it is listed
 * @param lastSeen when it was last seen; absent: never
 * @param hits how often
 */
public record Candidate(
        Cidr address,
        Set<String> reasons,
        Origin origin,
        Set<String> devices,
        Instant listedAt,
        @Nullable Instant lastSeen,
        long hits) {
    public Candidate {
        reasons = Set.copyOf(reasons);
        devices = Set.copyOf(devices);
    }

    boolean isByOperator() {
        return origin == Origin.USER_ADDED;
    }

    Instant latest() {
        return lastSeen == null || lastSeen.isBefore(listedAt) ? listedAt : lastSeen;
    }
}
