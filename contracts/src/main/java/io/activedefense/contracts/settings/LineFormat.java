// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a firewall writes its lines, where an operator says so. */
public enum LineFormat {
    /** The configured custom format. */
    @JsonProperty("configured")
    CONFIGURED,
    /** The same with further keys. */
    @JsonProperty("extended")
    EXTENDED,
    /** PAN-OS's default. */
    @JsonProperty("csv")
    CSV;

    /** As it is named everywhere else. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
