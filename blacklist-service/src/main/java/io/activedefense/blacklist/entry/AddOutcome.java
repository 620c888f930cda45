// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEntry;

/** What became of an {@link Addition}. */
public sealed interface AddOutcome {
    /** It is on the list now. An entry that a rule had listed before is the operator's from now on. */
    record Added(BlacklistEntry entry) implements AddOutcome {}

    /** An operator had listed it before; nothing was changed. */
    record AlreadyListed(BlacklistEntry entry) implements AddOutcome {}

    /** It must not be listed; nothing was changed. */
    record OnNeverList(NeverListed why) implements AddOutcome {}

    /** Its expiry has passed already; nothing was changed. */
    record ExpiryNotAhead() implements AddOutcome {}
}
