// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a device's lines are read. */
public enum Standing {
    @JsonProperty("read")
    READ,
    /** An operator turned the device off: its file waits where it was. */
    @JsonProperty("disabled")
    DISABLED,
    /** New devices wait for an operator's approval. */
    @JsonProperty("waiting")
    WAITING,
    /** There are as many devices as the settings allow: it waits for an operator's approval. */
    @JsonProperty("over-limit")
    OVER_LIMIT
}
