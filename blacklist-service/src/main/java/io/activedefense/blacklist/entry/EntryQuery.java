// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.blacklist.entry.EntryOrder.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which entries.
 *
 * @param filter which entries
 * @param order in which order
 * @param after the place of the last entry of the page before
 * @param limit most entries of the page
 */
public record EntryQuery(
        EntryFilter filter, EntryOrder order, @Nullable Place after, int limit) {
    public static final int MOST = 1_000;

    public EntryQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit + " is not accepted; it must be in 1 to " + MOST);
        }
    }

    /** The first page of all that is listed. */
    public static EntryQuery listed(int limit) {
        return first(EntryFilter.LISTED, limit);
    }

    /** The first page in address order. */
    public static EntryQuery first(EntryFilter filter, int limit) {
        return new EntryQuery(filter, EntryOrder.ADDRESS, null, limit);
    }

    /** The page behind this place. */
    public EntryQuery behind(Place place) {
        return new EntryQuery(filter, order, place, limit);
    }
}
