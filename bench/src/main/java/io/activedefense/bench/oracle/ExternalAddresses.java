// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.oracle;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which addresses are external, by a list that is walked from end to end: the special ranges of the IANA registries,
 * and whatever else is never external here.
 */
public final class ExternalAddresses implements Predicate<IpAddress> {
    private static final List<Cidr> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001:2::/48",
                    "2001:10::/28",
                    "2001:20::/28",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Cidr::parse)
            .toList();
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");

    private final List<Cidr> never;

    /** Everything but the special ranges and these. */
    public ExternalAddresses(List<Cidr> ownNetworksAndAllowlist) {
        never = List.copyOf(ownNetworksAndAllowlist);
    }

    @Override
    public boolean test(IpAddress address) {
        return isGlobal(address) && never.stream().noneMatch(cidr -> cidr.contains(address));
    }

    private static boolean isGlobal(IpAddress address) {
        if (NAT64.contains(address)) {
            return isGlobal(IpAddress.ipv4((int) address.low()));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isGlobal(IpAddress.ipv4((int) (address.high() >>> 16)));
        }
        if (TEREDO.contains(address)) {
            return isGlobal(IpAddress.ipv4((int) ~address.low()));
        }
        boolean unicast = address.isIpv4() || GLOBAL_UNICAST.contains(address);
        return unicast && SPECIAL.stream().noneMatch(cidr -> cidr.contains(address));
    }
}
