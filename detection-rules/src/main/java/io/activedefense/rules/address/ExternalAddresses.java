// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.address;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import java.util.List;
import java.util.Optional;

/**
 * Who may be judged, and who may be listed. External is a globally routable unicast address that is neither in the own
 * networks nor on the allowlist; what touches any of these is never listed. A line of either holds until it expires.
 */
public final class ExternalAddresses {
    private final PrefixTrie<List<Network>> own;
    private final PrefixTrie<List<Network>> allowed;

    private ExternalAddresses(PrefixTrie<List<Network>> own, PrefixTrie<List<Network>> allowed) {
        this.own = own;
        this.allowed = allowed;
    }

    public static ExternalAddresses of(DefenseSettings settings) {
        return new ExternalAddresses(trie(settings.ownNetworks()), trie(settings.allowlist()));
    }

    /** Whether the address is external at a time, in milliseconds since 1970. */
    public boolean isExternal(long high, long low, long nowMillis) {
        return !SpecialRanges.isSpecial(high, low)
                && !covers(own, high, low, nowMillis)
                && !covers(allowed, high, low, nowMillis);
    }

    /** Whether an event to this destination counts: any, or where own networks are given only those. */
    public boolean isCountedDestination(long high, long low, long nowMillis) {
        return own.size() == 0 || covers(own, high, low, nowMillis);
    }

    /** Why no address of the prefix may be listed, if so. */
    public Optional<String> whyNeverListed(Cidr prefix, long nowMillis) {
        return SpecialRanges.within(prefix)
                .map(name -> "it holds addresses that are not public (" + name + ")")
                .or(() -> touched(own, prefix, nowMillis).map(line -> "it touches the own network " + line))
                .or(() -> touched(allowed, prefix, nowMillis).map(line -> "it touches the allowlist's " + line));
    }

    private static boolean covers(PrefixTrie<List<Network>> trie, long high, long low, long nowMillis) {
        return trie.size() > 0 && trie.anyCovering(high, low, lines -> anyHolds(lines, nowMillis));
    }

    private static Optional<String> touched(PrefixTrie<List<Network>> trie, Cidr prefix, long nowMillis) {
        return trie.intersecting(prefix).stream()
                .flatMap(List::stream)
                .filter(line -> line.holdsAtMillis(nowMillis))
                .map(line -> line.cidr().toString())
                .findFirst();
    }

    private static boolean anyHolds(List<Network> lines, long nowMillis) {
        for (Network line : lines) {
            if (line.holdsAtMillis(nowMillis)) {
                return true;
            }
        }
        return false;
    }

    private static PrefixTrie<List<Network>> trie(List<Network> networks) {
        var trie = new PrefixTrie<List<Network>>();
        for (Network line : networks) {
            List<Network> same = trie.get(line.cidr());
            trie.put(line.cidr(), same == null ? List.of(line) : append(same, line));
        }
        return trie;
    }

    private static List<Network> append(List<Network> lines, Network line) {
        return java.util.stream.Stream.concat(lines.stream(), java.util.stream.Stream.of(line))
                .toList();
    }
}
