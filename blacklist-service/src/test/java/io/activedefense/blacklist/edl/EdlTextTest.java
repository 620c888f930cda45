// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EdlTextTest {
    private static final EdlText EVERYTHING = new EdlText(address -> true);

    @Test
    void addressesAndPrefixesStandInAddressOrderIpv4First() {
        var rendered = EVERYTHING.render(List.of(
                Cidr.parse("2001:db8:0:1::/64"),
                Cidr.parse("198.51.100.7"),
                Cidr.parse("9.9.9.9"),
                Cidr.parse("198.51.100.0/24"),
                Cidr.parse("198.51.100.7")));

        assertThat(rendered.text()).isEqualTo("9.9.9.9\n198.51.100.0/24\n198.51.100.7\n2001:db8:0:1::/64\n");
        assertThat(rendered.entries()).isEqualTo(4);
    }

    @Test
    void anEmptyListIsAnEmptyText() {
        assertThat(EVERYTHING.render(List.of()).bytes()).isEmpty();
    }

    @Test
    void whatMayNeverBeListedIsLeftOutAndTheRestStays() {
        var gate = new EdlText(address -> address.prefixLength() >= 16);

        var rendered = gate.render(List.of(Cidr.parse("0.0.0.0/0"), Cidr.parse("198.51.100.7")));

        assertThat(rendered.text()).isEqualTo("198.51.100.7\n");
        assertThat(rendered.leftOut()).containsExactly(Cidr.parse("0.0.0.0/0"));
    }

    @Property
    void everyLineReadsBackAndNoneIsLost(@ForAll("addresses") Set<Cidr> listed) {
        var lines = EVERYTHING.render(listed).text().lines().map(Cidr::parse).toList();

        assertThat(lines).containsExactlyElementsOf(new TreeSet<>(listed));
    }

    @Provide
    Arbitrary<Set<Cidr>> addresses() {
        var longs = Arbitraries.longs();
        Arbitrary<Cidr> ipv6 = Combinators.combine(
                        longs, longs, Arbitraries.integers().between(0, 128))
                .as((high, low, length) -> new IpAddress(high, low))
                .filter(address -> !address.isIpv4())
                .map(Cidr::of);
        Arbitrary<Cidr> ipv4 = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 32))
                .as((bits, length) -> Cidr.around(IpAddress.ipv4(bits), length));
        return Arbitraries.oneOf(ipv4, ipv6).set().ofMaxSize(50);
    }
}
