// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrefixTrieTest {
    record Change(Cidr prefix, boolean put) {}

    @Property
    void answersAsALinearSearchWould(@ForAll("changes") List<Change> changes, @ForAll("prefixes") Cidr asked) {
        var trie = new PrefixTrie<String>();
        var model = new TreeMap<Cidr, String>();
        for (int i = 0; i < changes.size(); i++) {
            Cidr prefix = changes.get(i).prefix();
            if (changes.get(i).put()) {
                trie.put(prefix, prefix + "#" + i);
                model.put(prefix, prefix + "#" + i);
            } else {
                trie.remove(prefix);
                model.remove(prefix);
            }
        }

        assertThat(trie.size()).isEqualTo(model.size());
        assertThat(trie.get(asked)).isEqualTo(model.get(asked));
        assertThat(trie.covering(asked)).containsExactlyElementsOf(matching(model, held -> held.contains(asked)));
        assertThat(trie.intersecting(asked))
                .containsExactlyInAnyOrderElementsOf(matching(model, held -> held.intersects(asked)));
        IpAddress last = asked.last();
        assertThat(trie.anyCovering(last.high(), last.low(), value -> true))
                .isEqualTo(model.keySet().stream().anyMatch(held -> held.contains(last)));
    }

    @Test
    void theWholeOfIpv6HoldsNoIpv4Address() {
        var trie = new PrefixTrie<String>();
        trie.put(Cidr.parse("::/0"), "all of IPv6");
        assertThat(trie.covering(Cidr.parse("192.0.2.1"))).isEmpty();
        assertThat(trie.covering(Cidr.parse("2001:db8::1"))).containsExactly("all of IPv6");
    }

    private static List<String> matching(Map<Cidr, String> model, Predicate<Cidr> test) {
        return model.entrySet().stream()
                .filter(entry -> test.test(entry.getKey()))
                .sorted(Comparator.comparingInt(entry -> entry.getKey().prefixLength()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(prefixes(), Arbitraries.of(true, true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    /** Few distinct addresses and lengths, so that prefixes nest, meet and part. */
    @Provide
    Arbitrary<Cidr> prefixes() {
        Arbitrary<Cidr> ipv4 = Combinators.combine(
                        Arbitraries.of(0x0a000000, 0x0a000001, 0x0a008000, 0xc0000201, 0xc0000200, -1),
                        Arbitraries.of(0, 1, 7, 8, 9, 16, 17, 24, 31, 32))
                .as((bits, length) -> Cidr.around(IpAddress.ipv4(bits), length));
        Arbitrary<Cidr> ipv6 = Combinators.combine(
                        Arbitraries.of(
                                "2001:db8::1", "2001:db8::2", "2001:db8:1::", "::", "ffff::", "2001:db8:0:0:8000::"),
                        Arbitraries.of(0, 1, 3, 32, 48, 63, 64, 65, 127, 128))
                .as((text, length) -> Cidr.around(IpAddress.parse(text), length));
        return Arbitraries.oneOf(ipv4, ipv6);
    }
}
