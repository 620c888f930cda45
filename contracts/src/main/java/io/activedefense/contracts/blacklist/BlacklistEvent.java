// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.blacklist;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an entry.
 *
 * @param kind what
 * @param address of the entry
 * @param at when
 * @param by a user's name, or {@code system}
 * @param why in words; for a release its reason
 * @param reasons of the entry after it
 * @param expiresAt of the entry after it
 */
public record BlacklistEvent(
        Kind kind,
        Cidr address,
        Instant at,
        String by,
        @Nullable String why,
        SortedSet<String> reasons,
        @Nullable Instant expiresAt) {

    public BlacklistEvent {
        requireNonNull(kind, "kind");
        requireNonNull(address, "address");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }

    /** What can happen to an entry. */
    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("renewed")
        RENEWED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("released")
        RELEASED
    }
}
