// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries.
 *
 * @param entries in the order asked for, without their evidence
 * @param next what {@code after} is for the next page; absent: this is the last
 */
public record EntryPage(
        List<BlacklistEntry> entries, @Nullable String next) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
