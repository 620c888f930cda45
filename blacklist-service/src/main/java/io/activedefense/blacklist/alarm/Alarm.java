// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trouble as it was told to operators.
 *
 * @param id grows with every alarm
 * @param source the part that found it
 * @param kind what
 * @param subject whom it befell
 * @param detail in words, as it was last
 * @param whatToDo for the operator who reads it
 * @param raisedAt since when
 * @param clearedAt when it was over; absent: it stands
 * @param acknowledgedBy the operator who has taken note of it
 * @param acknowledgedAt when that was
 */
public record Alarm(
        long id,
        String source,
        String kind,
        String subject,
        String detail,
        String whatToDo,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {
    public Alarm {
        requireNonNull(source, "source");
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(detail, "detail");
        requireNonNull(whatToDo, "whatToDo");
        requireNonNull(raisedAt, "raisedAt");
        if ((acknowledgedBy == null) != (acknowledgedAt == null)) {
            throw new IllegalArgumentException("acknowledgedBy and acknowledgedAt belong together");
        }
    }

    /** The trouble that it tells of. */
    @JsonIgnore
    public Trouble.Key key() {
        return new Trouble.Key(kind, subject);
    }

    /** The same alarm, told in the words of now. */
    public Alarm reworded(String words) {
        return new Alarm(
                id, source, kind, subject, words, whatToDo, raisedAt, clearedAt, acknowledgedBy, acknowledgedAt);
    }
}
