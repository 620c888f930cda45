// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.review;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.detection.Detection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A detection that an operator decides about. There is one a source, rule and listing epoch: who was asked once is not
 * asked again.
 *
 * @param id grows with every one
 * @param state where it stands
 * @param detection the latest of this source, rule and epoch
 * @param holdReason why it was held
 * @param heldAt since when
 * @param lastSeen when the source was seen last
 * @param expiresAt when it leaves the queue if the source isn't seen again
 * @param decidedBy the operator, or what else ended the waiting; absent while it waits
 * @param decidedAt when that was
 * @param why in that one's words
 */
public record HeldDetection(
        long id,
        State state,
        Detection detection,
        String holdReason,
        Instant heldAt,
        Instant lastSeen,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String why) {
    public HeldDetection {
        requireNonNull(state, "state");
        requireNonNull(detection, "detection");
        requireNonNull(holdReason, "holdReason");
        requireNonNull(heldAt, "heldAt");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Where a held detection stands. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        /** An operator listed it. */
        @JsonProperty("approved")
        APPROVED,
        /** An operator let it be. */
        @JsonProperty("dismissed")
        DISMISSED,
        /** An operator put its source on the allowlist. */
        @JsonProperty("allowlisted")
        ALLOWLISTED,
        /** Its block window was over before anybody decided; it waits again when its source is seen again. */
        @JsonProperty("expired")
        EXPIRED,
        /** The same rule listed its source without asking. */
        @JsonProperty("listed")
        LISTED,
        /** Its source must not be listed by now. */
        @JsonProperty("never-listed")
        NEVER_LISTED,
        /** Its source was released since: what it rests on counts no more. */
        @JsonProperty("outdated")
        OUTDATED
    }
}
