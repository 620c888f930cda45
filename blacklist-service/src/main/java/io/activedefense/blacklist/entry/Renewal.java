// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the world needs to hear of a moved expiry. */
public final class Renewal {
    /** A busy source is seen every hour; telling each time would only repeat the entry. */
    static final Duration LEAST_MOVE = Duration.ofDays(1);

    private Renewal() {}

    /**
     * Whether the expiry has moved by more than a day.
     *
     * @param told the expiry that was told last
     * @param now the expiry as it is
     */
    public static boolean isWorthTelling(@Nullable Instant told, @Nullable Instant now) {
        if (told == null || now == null) {
            return !Objects.equals(told, now);
        }
        return Duration.between(told, now).abs().compareTo(LEAST_MOVE) > 0;
    }
}
