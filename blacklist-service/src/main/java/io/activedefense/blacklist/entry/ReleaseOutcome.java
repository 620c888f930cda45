// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEntry;

/** What became of an operator's wish to release an address. */
public sealed interface ReleaseOutcome {
    /** It is off the list. */
    record Released(BlacklistEntry entry) implements ReleaseOutcome {}

    /** It wasn't on the list; nothing was changed. */
    record NotListed() implements ReleaseOutcome {}
}
