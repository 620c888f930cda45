// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a device that nobody has decided about. */
public enum NewDevices {
    /** Its lines are read. */
    @JsonProperty("accept")
    ACCEPT,
    /** Its file waits, unread, until an operator approves the device. */
    @JsonProperty("wait")
    WAIT
}
