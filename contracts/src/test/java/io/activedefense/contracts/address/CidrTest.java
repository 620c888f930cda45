// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against sets of whole addresses: prefixes of at most 8 free bits in a space of 256 addresses. */
class CidrTest {
    private static final int SPACE = 256;

    @Property
    void containsWhatItsBitsSay(@ForAll("prefixes") Cidr cidr, @ForAll("addresses") IpAddress address) {
        assertThat(cidr.contains(address)).isEqualTo(members(cidr).contains(address));
    }

    @Property
    void containsAPrefixIfItContainsEveryAddressOfIt(@ForAll("prefixes") Cidr cidr, @ForAll("prefixes") Cidr other) {
        assertThat(cidr.contains(other)).isEqualTo(members(cidr).containsAll(members(other)));
    }

    @Property
    void intersectsIfTheyShareAnAddress(@ForAll("prefixes") Cidr cidr, @ForAll("prefixes") Cidr other) {
        boolean shared = members(cidr).stream().anyMatch(members(other)::contains);
        assertThat(cidr.intersects(other)).isEqualTo(shared).isEqualTo(other.intersects(cidr));
    }

    @Property
    void isBoundedByItsNetworkAndItsLast(@ForAll("prefixes") Cidr cidr) {
        var members = new TreeSet<>(members(cidr));
        assertThat(cidr.network()).isEqualTo(members.first());
        assertThat(cidr.last()).isEqualTo(members.last());
        assertThat(cidr.isSingleAddress()).isEqualTo(members.size() == 1);
    }

    @Property
    void isOrderedByNetworkTheWiderFirst(@ForAll("prefixes") Cidr cidr, @ForAll("prefixes") Cidr other) {
        int byNetwork = cidr.network().compareTo(other.network());
        int byWidth = Integer.compare(members(other).size(), members(cidr).size());
        assertThat(Integer.signum(cidr.compareTo(other)))
                .isEqualTo(Integer.signum(byNetwork != 0 ? byNetwork : byWidth));
        assertThat(cidr.compareTo(other) == 0).isEqualTo(cidr.equals(other));
    }

    @Property
    void readsBackFromItsText(@ForAll("prefixes") Cidr cidr) {
        assertThat(Cidr.parse(cidr.toString())).isEqualTo(cidr);
    }

    @Property
    void theOneAroundAnAddressHoldsItAtEveryLength(
            @ForAll long high, @ForAll long low, @ForAll boolean ipv4, @ForAll int length) {
        var address = ipv4 ? IpAddress.ipv4((int) low) : new IpAddress(high | 1L << 61, low);
        var cidr = Cidr.around(address, Math.floorMod(length, ipv4 ? 33 : 129));
        assertThat(cidr.contains(address)).isTrue();
        assertThat(cidr.network()).isLessThanOrEqualTo(address);
        assertThat(cidr.last()).isGreaterThanOrEqualTo(address);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "10.0.0.0/33    | prefix length 33 of 10.0.0.0 is not in 0 to 32",
                "2001:db8::/129 | prefix length 129 of 2001:db8:: is not in 0 to 128",
                "10.0.0.1/8     | 10.0.0.1/8 has address bits set behind its prefix; the network is 10.0.0.0/8",
                "10.0.0.0/      | '10.0.0.0/' is not an address or a prefix such as 192.0.2.0/24",
                "10.0.0.0/-1    | '10.0.0.0/-1' is not an address or a prefix such as 192.0.2.0/24",
                "10.0.0.0/8/8   | '10.0.0.0/8/8' is not an address or a prefix such as 192.0.2.0/24",
                "10.0.0/8       | '10.0.0' is not an IPv4 or IPv6 address",
                "/8             | '' is not an IPv4 or IPv6 address",
            })
    void refusesWhatIsNoPrefix(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessage(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.0.0.0/0, 255.255.255.255",
        "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:db8::/65, 2001:db8::7fff:ffff:ffff:ffff",
        "192.0.2.0/24, 192.0.2.255",
    })
    void reachesToItsLastAddress(Cidr cidr, IpAddress last) {
        assertThat(cidr.last()).isEqualTo(last);
    }

    @Provide
    Arbitrary<Cidr> prefixes() {
        return Combinators.combine(addresses(), Arbitraries.integers().between(0, 8))
                .as((address, free) -> Cidr.around(address, (address.isIpv4() ? 32 : 128) - free));
    }

    @Provide
    Arbitrary<IpAddress> addresses() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SPACE - 1),
                        Arbitraries.of(IpAddress.parse("192.0.2.0"), IpAddress.parse("2001:db8::")))
                .as((host, first) -> new IpAddress(first.high(), first.low() | host));
    }

    private static Set<IpAddress> members(Cidr cidr) {
        var members = new TreeSet<IpAddress>();
        int free = (cidr.isIpv4() ? 32 : 128) - cidr.prefixLength();
        for (int host = 0; host < 1 << free; host++) {
            members.add(new IpAddress(cidr.network().high(), cidr.network().low() + host));
        }
        return members;
    }
}
