// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may do: each may all that the one before may. */
public enum Role {
    /** Looks at everything but people. */
    @JsonProperty("viewer")
    VIEWER,
    /** Overrules the list: adds, releases, decides, takes note. */
    @JsonProperty("operator")
    OPERATOR,
    /** Changes settings, lists and people. */
    @JsonProperty("admin")
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    public Role atMost(Role other) {
        return covers(other) ? other : this;
    }
}
