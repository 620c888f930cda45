// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries.
 *
 * @param entries in address order, without their evidence
 * @param next what {@link EntryQuery#after} is for the next page; absent: this is the last
 */
public record EntryPage(
        List<BlacklistEntry> entries, @Nullable Cidr next) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
