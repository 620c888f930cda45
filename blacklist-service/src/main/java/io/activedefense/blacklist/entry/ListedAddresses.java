// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import java.util.List;

/** What is on the list now, for those who publish it as a whole. */
public interface ListedAddresses {
    /** Grows with every change of what is listed, in the same transaction. One row: cheap to ask often. */
    long version();

    /** Every listed address with the version it was read at, both of one moment. */
    Listing listing();

    /**
     * All that was listed at one moment.
     *
     * @param version that {@link #version} told at that moment
     * @param addresses in address order, each once
     */
    record Listing(long version, List<Cidr> addresses) {
        public Listing {
            addresses = List.copyOf(addresses);
        }
    }
}
