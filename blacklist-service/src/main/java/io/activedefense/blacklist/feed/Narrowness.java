// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.GuardSettings;

/**
 * How wide a line of any list may be: a wider one would block half the world.
 *
 * @param widestIpv4 shortest accepted prefix length of IPv4
 * @param widestIpv6 shortest accepted prefix length of IPv6
 */
public record Narrowness(int widestIpv4, int widestIpv6) {
    /** As the settings want it. */
    public static Narrowness of(GuardSettings limits) {
        return new Narrowness(limits.widestIpv4Prefix(), limits.widestIpv6Prefix());
    }

    public boolean allows(Cidr address) {
        return allows(address.isIpv4(), address.prefixLength());
    }

    boolean allows(boolean ipv4, int prefixLength) {
        return prefixLength >= (ipv4 ? widestIpv4 : widestIpv6);
    }
}
