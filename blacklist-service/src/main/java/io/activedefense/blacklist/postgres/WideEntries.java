// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.rules.address.PrefixTrie;
import java.util.ArrayList;
import java.util.List;

/** The listed prefixes that hold more than one source. */
final class WideEntries {
    private static final int IPV6_SOURCE = 64;

    private final PrefixTrie<Cidr> trie;

    private WideEntries(PrefixTrie<Cidr> trie) {
        this.trie = trie;
    }

    static WideEntries of(List<Cidr> prefixes) {
        var trie = new PrefixTrie<Cidr>();
        prefixes.forEach(prefix -> trie.put(prefix, prefix));
        return new WideEntries(trie);
    }

    /**
     * What may be listed around the source: the wide prefixes that hold it, and for an IPv6 source that is narrower
     * than a /64 that, since sources may have been grouped by it before.
     */
    List<Cidr> around(Cidr source) {
        var around = new ArrayList<>(trie.covering(source));
        around.remove(source);
        if (!source.isIpv4() && source.prefixLength() > IPV6_SOURCE) {
            around.add(Cidr.around(source.network(), IPV6_SOURCE));
        }
        return around;
    }
}
