// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.event.Action;

/** Which events a rule counts, by what the firewall did. */
public enum CountedActions {
    @JsonProperty("all")
    ALL,
    @JsonProperty("denied")
    DENIED;

    public boolean counts(Action action) {
        return this == ALL || action.denied();
    }
}
