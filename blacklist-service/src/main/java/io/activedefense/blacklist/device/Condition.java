// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a device that an operator should know.
 *
 * @param kind what
 * @param detail in words
 * @param since when it began, where that is known
 */
public record Condition(Kind kind, String detail, @Nullable Instant since) {
    public Condition {
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }

    /** What can be about a device. */
    public enum Kind {
        /** It used to send lines and stopped. */
        @JsonProperty("silent")
        SILENT,
        /** Its clock is off by more than the settings allow. */
        @JsonProperty("clock-off")
        CLOCK_OFF,
        /** Its file waits, unread, for an operator's approval. */
        @JsonProperty("waiting")
        WAITING,
        /** The bridge that reads it is silent: nobody knows how it is now. */
        @JsonProperty("unheard")
        UNHEARD;

        /** Whether something is wrong, rather than to be decided. */
        public boolean isTrouble() {
            return this != WAITING;
        }
    }
}
