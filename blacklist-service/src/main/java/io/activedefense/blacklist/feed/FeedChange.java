// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.blacklist.settings.SettingsDiff.Difference;
import java.time.Instant;
import java.util.List;

/**
 * A feed was defined, defined anew or given up.
 *
 * @param version that it led to
 * @param at when
 * @param by who
 * @param why in that one's words
 * @param differences from the definition before; a password is never told
 */
public record FeedChange(long version, Instant at, String by, String why, List<Difference> differences) {
    public FeedChange {
        differences = List.copyOf(differences);
    }
}
