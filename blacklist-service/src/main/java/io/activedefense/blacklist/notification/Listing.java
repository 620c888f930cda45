// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An address that came on the list.
 *
 * @param address or prefix
 * @param country where the firewall said it is
 * @param reasons ids of the rules that fired
 * @param userAdded whether an operator put it there
 * @param by who did
 * @param comment in that one's words
 * @param listedAt when
 * @param evidence in short; absent: none
 */
public record Listing(
        Cidr address,
        @Nullable String country,
        SortedSet<String> reasons,
        boolean userAdded,
        String by,
        @Nullable String comment,
        Instant listedAt,
        @Nullable String evidence) {
    public Listing {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }

    /** What it is counted under. */
    SortedSet<String> grounds() {
        return userAdded ? new TreeSet<>(Collections.singleton(Reason.USER_ADDED.id())) : reasons;
    }
}
