// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry that blocks the source of a record.
 *
 * @param entry its address or prefix
 * @param reasons ids of the rules that fired
 * @param origin who put it on the list
 * @param since when it came on the list
 * @param expiresAt when it is released if it isn't seen again; absent: only by an operator
 */
public record Listing(
        Cidr entry,
        SortedSet<String> reasons,
        Origin origin,
        Instant since,
        @Nullable Instant expiresAt) {}
