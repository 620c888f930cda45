// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.contracts.settings.InvalidSettingException;

/**
 * What an admin wants a recipient to be.
 *
 * @param name by which people know it
 * @param enabled whether it is told anything
 * @param channel name of a {@link Channel}
 * @param interests what it is told
 */
public record RecipientWish(String name, boolean enabled, String channel, Interests interests) {
    private static final int LONGEST_NAME = 100;

    public RecipientWish {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidSettingException(
                    "name", name.length() + " characters", "text of 1 to " + LONGEST_NAME + " characters in one line");
        }
    }
}
