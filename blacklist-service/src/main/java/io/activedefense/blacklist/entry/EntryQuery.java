// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list. What is absent doesn't narrow.
 *
 * @param standing listed, released or both
 * @param within entries that this prefix contains
 * @param around entries that contain this address or prefix
 * @param text part of the address as written or of the comment, in any case
 * @param reason id of a rule among the entry's reasons
 * @param origin who put it on the list
 * @param after the last address of the page before
 * @param limit most entries of the page
 */
public record EntryQuery(
        Standing standing,
        @Nullable Cidr within,
        @Nullable Cidr around,
        @Nullable String text,
        @Nullable String reason,
        @Nullable Origin origin,
        @Nullable Cidr after,
        int limit) {
    public static final int MOST = 1_000;

    /** Whether an entry is on the list. */
    public enum Standing {
        LISTED,
        RELEASED,
        ANY
    }

    public EntryQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit + " is not accepted; it must be in 1 to " + MOST);
        }
    }

    /** The first page of all that is listed. */
    public static EntryQuery listed(int limit) {
        return new EntryQuery(Standing.LISTED, null, null, null, null, null, null, limit);
    }
}
