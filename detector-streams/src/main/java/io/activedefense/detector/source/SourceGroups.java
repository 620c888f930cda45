// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;

/** Whom an event is counted for: the IPv4 address itself, or the IPv6 prefix that one attacker owns. */
final class SourceGroups {
    private SourceGroups() {}

    static Cidr of(FirewallEvent event, int ipv6Prefix) {
        IpAddress source = event.source();
        return source.isIpv4() ? Cidr.of(source) : Cidr.around(source, ipv6Prefix);
    }
}
