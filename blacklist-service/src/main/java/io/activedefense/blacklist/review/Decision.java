// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.review;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word on held detections.
 *
 * @param ids of them
 * @param verdict what shall become of them
 * @param why in the operator's words
 * @param until when an allowlist line stops to hold; absent: never
 * @param by the operator
 */
public record Decision(
        List<Long> ids,
        Verdict verdict,
        String why,
        @Nullable Instant until,
        String by) {
    public static final int MOST = 1_000;

    public Decision {
        requireNonNull(verdict, "verdict");
        requireNonNull(why, "why");
        requireNonNull(by, "by");
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException(ids.size() + " ids are not in 1 to " + MOST);
        }
    }

    /** What an operator can say. */
    public enum Verdict {
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("dismiss")
        DISMISS,
        @JsonProperty("allowlist")
        ALLOWLIST
    }
}
