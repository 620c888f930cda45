// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.settings.InvalidSettingException;

/**
 * What of the blacklist a feed holds.
 *
 * @param selection which entries
 * @param capacity most lines, 1 to 1,000,000: what the consumer can hold
 * @param merged whether neighbours become one line, which covers the same
 */
public record Choice(Selection selection, int capacity, boolean merged) {
    public static final int USUAL_CAPACITY = 50_000;
    private static final int MOST = 1_000_000;

    public Choice {
        if (capacity < 1 || capacity > MOST) {
            throw new InvalidSettingException("capacity", capacity, "in 1 to " + MOST);
        }
    }
}
