// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.blacklist;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Country;
import io.activedefense.contracts.detection.Evidence;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An address or prefix that is listed, or has just been released.
 *
 * @param address what is listed
 * @param reasons ids of the rules that fired; empty for an entry that only an operator added
 * @param origin who put it on the list
 * @param comment an operator's words
 * @param firstSeen earliest sighting that it rests on
 * @param lastSeen latest sighting
 * @param listedAt when it came on the list
 * @param expiresAt when it is released if it isn't seen again; absent for an operator's entry without an expiry
 * @param releasedAt absent while it is listed
 * @param epoch how often it had been released when it was listed; after a release, with that one
 * @param hits events seen of it
 * @param evidence of the latest detection
 * @param country of the latest detection that has one: the source's location as the firewall wrote it, or, where it
 *     wrote none, the code of its country
 */
public record BlacklistEntry(
        Cidr address,
        SortedSet<String> reasons,
        Origin origin,
        @Nullable String comment,
        Instant firstSeen,
        Instant lastSeen,
        Instant listedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant releasedAt,
        int epoch,
        long hits,
        List<Evidence> evidence,
        @Nullable String country) {

    public BlacklistEntry {
        requireNonNull(address, "address");
        requireNonNull(origin, "origin");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(listedAt, "listedAt");
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        evidence = List.copyOf(evidence);
        country = Country.of(country);
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean listed() {
        return releasedAt == null;
    }
}
