// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which way a feed is closed. */
enum AccessKind {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("networks")
    NETWORKS,
    @JsonProperty("basic")
    BASIC
}
