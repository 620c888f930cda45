// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that no setting allows, also not in the disguise of an IPv6 address that carries an IPv4 one. */
final class ForbiddenRanges {
    private static final String METADATA = "the metadata service of a cloud";
    private static final String LOOPBACK = "loopback";

    private static final Map<Cidr, String> BEYOND_THIS_MACHINE = ranges(
            "168.63.129.16/32", METADATA,
            "169.254.169.254/32", METADATA,
            "100.100.100.200/32", METADATA,
            "192.0.0.192/32", METADATA,
            "fd00:ec2::254/128", METADATA,
            "fd20:ce::254/128", METADATA,
            "169.254.0.0/16", "link-local",
            "fe80::/10", "link-local",
            "224.0.0.0/4", "multicast",
            "ff00::/8", "multicast",
            "240.0.0.0/4", "reserved",
            "0.0.0.0/8", "unspecified",
            "::/128", "unspecified");
    private static final Map<Cidr, String> THIS_MACHINE = ranges("127.0.0.0/8", LOOPBACK, "::1/128", LOOPBACK);

    private static final List<Cidr> CARRIERS_BELOW_96 = List.of(Cidr.parse("64:ff9b::/96"), Cidr.parse("::/96"));
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");

    private ForbiddenRanges() {}

    /** What it is, if nothing may go there. */
    static Optional<String> nameOf(IpAddress address) {
        return beyondThisMachine(address).or(() -> in(THIS_MACHINE, address));
    }

    /** The same, but for this machine's own loopback. */
    static Optional<String> beyondThisMachine(IpAddress address) {
        return in(BEYOND_THIS_MACHINE, address)
                .or(() -> carried(address).flatMap(ForbiddenRanges::nameOf).map(name -> name + " in disguise"));
    }

    /** The address that is reached by this one: the IPv4 address that it carries, or itself. */
    static IpAddress reachedBy(IpAddress address) {
        return carried(address).orElse(address);
    }

    private static Optional<String> in(Map<Cidr, String> ranges, IpAddress address) {
        return ranges.entrySet().stream()
                .filter(range -> range.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<IpAddress> carried(IpAddress address) {
        boolean isPlain = address.isIpv4() || in(THIS_MACHINE, address).isPresent();
        return isPlain
                ? Optional.empty()
                : Stream.of(address).flatMap(ForbiddenRanges::carriedBy).findFirst();
    }

    private static Stream<IpAddress> carriedBy(IpAddress address) {
        if (CARRIERS_BELOW_96.stream().anyMatch(carrier -> carrier.contains(address))) {
            return Stream.of(IpAddress.ipv4((int) address.low()));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Stream.of(IpAddress.ipv4((int) (address.high() >>> 16)));
        }
        return TEREDO.contains(address) ? Stream.of(IpAddress.ipv4(~(int) address.low())) : Stream.of();
    }

    private static Map<Cidr, String> ranges(String... rangesAndNames) {
        var ranges = new LinkedHashMap<Cidr, String>();
        for (int i = 0; i < rangesAndNames.length; i += 2) {
            ranges.put(Cidr.parse(rangesAndNames[i]), rangesAndNames[i + 1]);
        }
        return ranges;
    }
}
