// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which logs a firewall is meant to send. */
public enum DeviceLogType {
    @JsonProperty("traffic")
    TRAFFIC,
    @JsonProperty("threat")
    THREAT,
    @JsonProperty("both")
    BOTH
}
