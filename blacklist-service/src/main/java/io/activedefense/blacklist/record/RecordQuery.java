// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of records.
 *
 * @param filter which
 * @param behind only what comes after this one; absent: from the newest
 * @param limit most records of the page
 */
public record RecordQuery(RecordFilter filter, @Nullable RecordKey behind, int limit) {
    public static final int MOST = 1_000;

    public RecordQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " is not in 1 to " + MOST);
        }
    }

    public RecordQuery behind(RecordKey last) {
        return new RecordQuery(filter, last, limit);
    }
}
