// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What shall become of a detection. Only the blacklist service lists. */
public enum Disposition {
    @JsonProperty("list")
    LIST,
    /** An operator decides; {@link Detection#holdReason} says why. */
    @JsonProperty("hold")
    HOLD,
    /** The rule is only being watched: it would have listed. */
    @JsonProperty("observe")
    OBSERVE
}
