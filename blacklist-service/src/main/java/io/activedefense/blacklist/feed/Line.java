// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A line of a list, with what is true of all entries that it covers. Nothing in it changes while its entries stay
 * listed, so that a firewall's copy of the list stays good.
 *
 * @param address what to block
 * @param reasons of any of the entries
 * @param origin an operator's, if one of the entries is
 * @param since when the first of the entries was listed
 * @param entries how many
 */
public record Line(Cidr address, SortedSet<String> reasons, Origin origin, Instant since, int entries) {
    static Line of(Cidr address, Collection<Candidate> covered) {
        var reasons = new TreeSet<String>();
        Origin origin = Origin.DETECTED;
        Instant since = Instant.MAX;
        for (Candidate entry : covered) {
            reasons.addAll(entry.reasons());
            origin = entry.isByOperator() ? Origin.USER_ADDED : origin;
            since = entry.listedAt().isBefore(since) ? entry.listedAt() : since;
        }
        return new Line(address, reasons, origin, since, covered.size());
    }
}
