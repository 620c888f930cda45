// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.listed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.rules.address.PrefixTrie;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The blacklist as the topic tells it: by address or prefix, and for prefixes that operators listed whether they hold an
 * address. One thread writes, all may read: the trie of prefixes, which are few, is replaced as a whole.
 */
public final class ListedSources {
    private final Map<Cidr, Listing> listings = new ConcurrentHashMap<>();
    private volatile PrefixTrie<Listing> prefixes = new PrefixTrie<>();

    /** What the blacklist says of exactly this address or prefix. */
    public Listing of(Cidr group) {
        return listings.getOrDefault(group, Listing.UNKNOWN);
    }

    /** Whether a listed prefix holds the address. */
    public boolean holdsListed(IpAddress address) {
        PrefixTrie<Listing> present = prefixes;
        return present.size() > 0 && present.anyCovering(address.high(), address.low(), listing -> true);
    }

    /** Puts the entry in the place of what was known; none is a tombstone. */
    public void put(Cidr address, @Nullable BlacklistEntry entry) {
        if (entry == null) {
            listings.remove(address);
        } else {
            listings.put(address, Listing.of(entry));
        }
        if (!address.isSingleAddress()) {
            prefixes = trieOfListedPrefixes();
        }
    }

    public void clear() {
        listings.clear();
        prefixes = new PrefixTrie<>();
    }

    public int size() {
        return listings.size();
    }

    private PrefixTrie<Listing> trieOfListedPrefixes() {
        var trie = new PrefixTrie<Listing>();
        listings.forEach((address, listing) -> {
            if (listing.listed() && !address.isSingleAddress()) {
                trie.put(address, listing);
            }
        });
        return trie;
    }
}
