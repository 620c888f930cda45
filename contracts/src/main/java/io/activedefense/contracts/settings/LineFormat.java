// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a firewall writes its lines, where an operator says so. */
public enum LineFormat {
    /** The configured custom format. */
    @JsonProperty("custom")
    CUSTOM
}
