// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.address.Cidr;

/** Which addresses a consumer understands. */
public enum AddressFamily {
    @JsonProperty("ipv4")
    IPV4,
    @JsonProperty("ipv6")
    IPV6;

    boolean has(Cidr address) {
        return address.isIpv4() == (this == IPV4);
    }
}
