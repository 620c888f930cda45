// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.address;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Addresses that are not globally routable unicast, by the special-purpose registries of IANA (RFC 6890 and what
 * updates it), and IPv6 addresses that carry such an IPv4 address in disguise.
 */
public final class SpecialRanges {
    private static final Map<String, String> RANGES = new TreeMap<>(Map.ofEntries(
            Map.entry("0.0.0.0/8", "this network"),
            Map.entry("10.0.0.0/8", "private use"),
            Map.entry("100.64.0.0/10", "carrier-grade NAT"),
            Map.entry("127.0.0.0/8", "loopback"),
            Map.entry("169.254.0.0/16", "link-local"),
            Map.entry("172.16.0.0/12", "private use"),
            Map.entry("192.0.0.0/24", "protocol assignments"),
            Map.entry("192.0.2.0/24", "documentation"),
            Map.entry("192.88.99.0/24", "6to4 relay anycast"),
            Map.entry("192.168.0.0/16", "private use"),
            Map.entry("198.18.0.0/15", "benchmarking"),
            Map.entry("198.51.100.0/24", "documentation"),
            Map.entry("203.0.113.0/24", "documentation"),
            Map.entry("224.0.0.0/4", "multicast"),
            Map.entry("240.0.0.0/4", "reserved"),
            // Only 2000::/3 is assigned for global unicast; NAT64's 64:ff9b::/96 lies outside and is looked into.
            Map.entry("::/3", "not global unicast"),
            Map.entry("4000::/2", "not global unicast"),
            Map.entry("8000::/1", "not global unicast"),
            Map.entry("2001:2::/48", "benchmarking"),
            Map.entry("2001:10::/28", "ORCHID"),
            Map.entry("2001:20::/28", "ORCHIDv2"),
            Map.entry("2001:db8::/32", "documentation"),
            Map.entry("3fff::/20", "documentation")));

    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

    private static final PrefixTrie<String> TRIE = trie();

    private SpecialRanges() {}

    /** What the address is, if it is not globally routable unicast. */
    public static Optional<String> nameOf(IpAddress address) {
        return nameOf(address.high(), address.low());
    }

    static Optional<String> nameOf(long high, long low) {
        if (NAT64.network().high() == high && low >>> 32 == 0) {
            return disguised("NAT64", (int) low);
        }
        if (high >>> 48 == SIX_TO_FOUR.network().high() >>> 48) {
            return disguised("6to4", (int) (high >>> 16));
        }
        if (high >>> 32 == TEREDO.network().high() >>> 32) {
            return disguised("Teredo", ~(int) low);
        }
        return plain(high, low);
    }

    /** Whether no address in the world is meant by these bits: the fast form of {@link #nameOf}. */
    static boolean isSpecial(long high, long low) {
        boolean mayDisguise = high >>> 48 == 0x2002 || high >>> 32 == 0x2001_0000L || high >>> 32 == 0x64_ff9bL;
        return mayDisguise ? nameOf(high, low).isPresent() : TRIE.anyCovering(high, low, name -> true);
    }

    /** What an address of the prefix is, if any is not globally routable unicast. */
    public static Optional<String> within(Cidr prefix) {
        if (prefix.isSingleAddress()) {
            return nameOf(prefix.network());
        }
        if (prefix.intersects(NAT64)) {
            return Optional.of("NAT64");
        }
        if (prefix.intersects(TEREDO)) {
            return Optional.of("Teredo");
        }
        if (prefix.intersects(SIX_TO_FOUR)) {
            return withinSixToFour(prefix);
        }
        return TRIE.intersecting(prefix).stream().findFirst();
    }

    /** A 6to4 prefix of up to 48 bits stands for the IPv4 prefix that is 16 bits shorter. */
    private static Optional<String> withinSixToFour(Cidr prefix) {
        if (prefix.prefixLength() <= 16) {
            return Optional.of("6to4");
        }
        IpAddress carried = IpAddress.ipv4((int) (prefix.network().high() >>> 16));
        return within(Cidr.around(carried, Math.min(32, prefix.prefixLength() - 16)))
                .map(name -> "6to4 of " + name);
    }

    private static Optional<String> disguised(String disguise, int ipv4Bits) {
        return plain(0, IpAddress.ipv4Low(ipv4Bits)).map(name -> disguise + " of " + name);
    }

    private static Optional<String> plain(long high, long low) {
        var prefix = Cidr.of(new IpAddress(high, low));
        return TRIE.covering(prefix).stream().findFirst();
    }

    private static PrefixTrie<String> trie() {
        var trie = new PrefixTrie<String>();
        RANGES.forEach((range, name) -> trie.put(Cidr.parse(range), name));
        return trie;
    }
}
