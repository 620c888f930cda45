// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rule's firing leads to. */
public enum RuleMode {
    @JsonProperty("enforce")
    ENFORCE,
    /** It is recorded what would have been listed. */
    @JsonProperty("observe")
    OBSERVE,
    @JsonProperty("off")
    OFF
}
