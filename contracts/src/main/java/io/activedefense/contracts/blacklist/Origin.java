// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.blacklist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who put an entry on the blacklist. */
public enum Origin {
    @JsonProperty("detected")
    DETECTED,
    @JsonProperty("User Added")
    USER_ADDED
}
