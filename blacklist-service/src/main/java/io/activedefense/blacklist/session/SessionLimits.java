// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.time.Duration;
import java.time.Instant;

/**
 * How long one stays signed in.
 *
 * @param idle without using it
 * @param longest in all
 */
public record SessionLimits(Duration idle, Duration longest) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    public SessionLimits {
        check("session-idle", idle);
        check("session-longest", longest);
    }

    /** Those that were last used before this are over. */
    public Instant usedBefore(Instant now) {
        return now.minus(idle);
    }

    /** Those that were opened before this are over. */
    public Instant createdBefore(Instant now) {
        return now.minus(longest);
    }

    private static void check(String field, Duration value) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw new InvalidSettingException(
                    "active-defense.blacklist-service." + field, value, LEAST + " to " + MOST);
        }
    }
}
