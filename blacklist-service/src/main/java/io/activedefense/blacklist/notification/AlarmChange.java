// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm was raised, has grown worse or is over.
 *
 * @param alarm its number
 * @param change what became of it
 * @param kind of the alarm
 * @param subject whom it befell
 * @param detail in words
 * @param whatToDo for the one who reads it
 * @param raisedAt since when
 * @param clearedAt when it was over
 */
public record AlarmChange(
        long alarm,
        Change change,
        String kind,
        String subject,
        String detail,
        String whatToDo,
        Instant raisedAt,
        @Nullable Instant clearedAt) {
    /** What became of an alarm. */
    public enum Change {
        @JsonProperty("raised")
        RAISED,
        @JsonProperty("worse")
        WORSE,
        @JsonProperty("cleared")
        CLEARED
    }
}
