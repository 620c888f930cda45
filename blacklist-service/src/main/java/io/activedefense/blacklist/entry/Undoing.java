// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.util.List;

/**
 * What an undoing of a rule's listings would release.
 *
 * @param releases entries that only this rule has listed since then: they would be released
 * @param keeps entries that it has listed since then, or has a part in, but another rule stands against as well, or an
 *     operator: they stay
 * @param first of those that would be released, the latest first, without their evidence
 */
public record Undoing(long releases, long keeps, List<BlacklistEntry> first) {
    public Undoing {
        first = List.copyOf(first);
    }
}
