// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a list that dropped so much that an operator is asked.
 *
 * @param list its name
 * @param state what is done about it
 * @param served entries of the version that is served
 * @param proposed entries of the version that waits, or was approved
 * @param since when it began
 * @param decidedAt when an operator decided
 * @param by who did
 * @param why in the operator's words
 */
public record Hold(
        String list,
        State state,
        int served,
        int proposed,
        Instant since,
        @Nullable Instant decidedAt,
        @Nullable String by,
        @Nullable String why) {

    /** What is done about it. */
    public enum State {
        /** The last version is served; nobody has decided yet. */
        @JsonProperty("waiting")
        WAITING,
        /** An operator wants the last version served until somebody approves, or the list is whole again. */
        @JsonProperty("kept")
        KEPT,
        /** An operator wants the smaller version served. */
        @JsonProperty("approved")
        APPROVED
    }

    public static Hold waiting(String list, int served, int proposed, Instant since) {
        return new Hold(list, State.WAITING, served, proposed, since, null, null, null);
    }

    @JsonIgnore
    public boolean isOpen() {
        return state != State.APPROVED;
    }

    Hold proposing(int entries) {
        return new Hold(list, state, served, entries, since, decidedAt, by, why);
    }
}
