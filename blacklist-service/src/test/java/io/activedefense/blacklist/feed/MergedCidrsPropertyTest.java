// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Merging covers what was listed and not one address more: one less lets an attacker in, one more locks a customer out. */
class MergedCidrsPropertyTest {
    private static final Narrowness ANY = new Narrowness(0, 0);

    /** From the first address to the last one, as numbers; IPv6 lies behind all of IPv4. */
    private record Span(BigInteger from, BigInteger to) {}

    @Property
    void overSmallRangesEachAddressIsCoveredIfAndOnlyIfItWasBefore(@ForAll("inOneSubnet") List<Cidr> listed) {
        BitSet before = addresses(listed);

        List<Cidr> merged = merged(listed, ANY);

        assertThat(addresses(merged)).isEqualTo(before);
        assertThat(merged.stream()
                        .mapToLong(Cidr::prefixLength)
                        .map(length -> 1L << (32 - length))
                        .sum())
                .as("no address twice")
                .isEqualTo(before.cardinality());
    }

    @Property
    void overTheWholeSpaceTheSpansAreTheSame(@ForAll("anywhere") List<Cidr> listed) {
        assertThat(spans(merged(listed, ANY))).isEqualTo(spans(listed));
    }

    @Property
    void theOrderOfAddingChangesNothing(@ForAll("inOneSubnet") List<Cidr> listed, @ForAll Random random) {
        var shuffled = new ArrayList<>(listed);
        Collections.shuffle(shuffled, random);

        assertThat(merged(shuffled, ANY)).isEqualTo(merged(listed, ANY));
    }

    /** Two halves of a whole are all that could still be merged: without them there are no fewer prefixes. */
    @Property
    void itIsAsShortAsCanBe(@ForAll("inOneSubnet") List<Cidr> listed) {
        List<Cidr> merged = merged(listed, ANY);

        Set<Cidr> parents = new HashSet<>();
        for (Cidr line : merged) {
            assertThat(line.prefixLength() == 0 || parents.add(Cidr.around(line.network(), line.prefixLength() - 1)))
                    .as("%s and its other half are both there", line)
                    .isTrue();
        }
        assertThat(merged).isSorted();
    }

    @Property
    void nothingBecomesWiderThanAListMayHold(@ForAll("inOneSubnet") List<Cidr> listed) {
        var narrowness = new Narrowness(27, 48);

        List<Cidr> merged = merged(listed, narrowness);

        assertThat(addresses(merged)).isEqualTo(addresses(listed));
        Set<Cidr> given = Set.copyOf(listed);
        assertThat(merged).allMatch(line -> narrowness.allows(line) || given.contains(line));
    }

    /** What decides whether an entry still fits into a list that is full. */
    @Property
    void whatCostsNothingMakesNoFurtherLine(@ForAll("inOneSubnet") List<Cidr> listed) {
        var cover = new MergedCidrs(ANY);
        for (Cidr address : listed) {
            int before = cover.size();
            boolean free = cover.costsNothing(address);
            cover.add(address);
            assertThat(cover.size() <= before).as("%s", address).isEqualTo(free);
            assertThat(cover.lineOf(address)).get().matches(line -> line.contains(address));
        }
    }

    @Provide
    Arbitrary<List<Cidr>> inOneSubnet() {
        Arbitrary<Cidr> prefix = Combinators.combine(
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(24, 32))
                .as((host, length) -> Cidr.around(IpAddress.ipv4(0xc6336400 | host), length));
        Arbitrary<Cidr> address =
                Arbitraries.integers().between(0, 255).map(host -> Cidr.of(IpAddress.ipv4(0xc6336400 | host)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, prefix), net.jqwik.api.Tuple.of(6, address))
                .list()
                .ofMaxSize(200);
    }

    @Provide
    Arbitrary<List<Cidr>> anywhere() {
        Arbitrary<Cidr> ipv4 = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 32))
                .as((bits, length) -> Cidr.around(IpAddress.ipv4(bits), length));
        Arbitrary<Cidr> ipv6 = Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 128))
                .as((high, low, length) -> Cidr.around(new IpAddress(high | 1L << 60, low), length));
        return Arbitraries.oneOf(ipv4, ipv6, neighbours()).list().ofMaxSize(40);
    }

    /** Around the middle of the 128 bits, and long runs of neighbours. */
    private static Arbitrary<Cidr> neighbours() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 7),
                        Arbitraries.integers().between(60, 68))
                .as((step, length) -> Cidr.around(new IpAddress(0x2600_1f18_0000_0000L | step, step << 61), length));
    }

    private static List<Cidr> merged(List<Cidr> listed, Narrowness narrowness) {
        var cover = new MergedCidrs(narrowness);
        listed.forEach(cover::add);
        return cover.lines();
    }

    private static BitSet addresses(List<Cidr> prefixes) {
        var addresses = new BitSet();
        for (Cidr prefix : prefixes) {
            int first = prefix.network().ipv4Bits() & 0xff;
            addresses.set(first, (prefix.last().ipv4Bits() & 0xff) + 1);
        }
        return addresses;
    }

    /** Sorted, and joined where one begins next to the end of another. */
    private static List<Span> spans(List<Cidr> prefixes) {
        List<Span> sorted = prefixes.stream()
                .map(prefix -> new Span(number(prefix.network()), number(prefix.last())))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        var joined = new ArrayList<Span>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && span.from().compareTo(joined.getLast().to().add(BigInteger.ONE)) <= 0) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), last.to().max(span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static BigInteger number(IpAddress address) {
        if (address.isIpv4()) {
            return BigInteger.valueOf(Integer.toUnsignedLong(address.ipv4Bits()));
        }
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(address.low())))
                .add(BigInteger.ONE.shiftLeft(129));
    }
}
