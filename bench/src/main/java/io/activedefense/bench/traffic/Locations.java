// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;

/** What the made-up firewalls know about where an address is: the same for the same address, and made up too. */
final class Locations {
    private static final Cidr INTERNAL = Cidr.parse("10.0.0.0/8");
    private static final String[] COUNTRIES = {
        "United States", "Netherlands", "Germany", "China", "Brazil", "India", "Korea Republic Of", "France", "Bulgaria"
    };

    private Locations() {}

    static String of(IpAddress address) {
        if (INTERNAL.contains(address)) {
            return "10.0.0.0-10.255.255.255";
        }
        long bits = address.isIpv4() ? address.low() >> 16 : address.high() >> 32;
        return COUNTRIES[Math.floorMod(bits, COUNTRIES.length)];
    }
}
