// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The table against a map, with random actions. */
class SourceTableTest {
    enum Doing {
        PUT,
        REMOVE,
        CLEAR
    }

    record Step(Doing doing, Cidr group) {}

    @Property
    void holdsWhatAMapWould(@ForAll("steps") List<Step> steps) {
        var table = new SourceTable();
        Map<Cidr, TrackedSource> model = new HashMap<>();
        for (Step step : steps) {
            var source = new TrackedSource(step.group(), 0);
            switch (step.doing()) {
                case PUT -> {
                    table.put(source);
                    model.put(step.group(), source);
                }
                case REMOVE -> {
                    table.remove(source);
                    model.remove(step.group());
                }
                case CLEAR -> {
                    table.clear();
                    model.clear();
                }
            }
            assertThat(table.size()).isEqualTo(model.size());
            assertThat(table.get(step.group())).isSameAs(model.get(step.group()));
        }
        model.forEach((group, source) -> assertThat(table.get(group)).isSameAs(source));
        var all = new HashSet<TrackedSource>();
        table.forEach(all::add);
        assertThat(all).isEqualTo(new HashSet<>(model.values()));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Cidr> ipv4 = Arbitraries.integers()
                .between(0x0800_0000, 0x0800_0100)
                .map(address -> Cidr.of(IpAddress.ipv4(address)));
        Arbitrary<Cidr> ipv6 = Combinators.combine(
                        Arbitraries.longs().between(0x2a00_0000_0000_0000L, 0x2a00_0000_0000_0020L),
                        Arbitraries.of(64, 128))
                .as((high, prefix) -> Cidr.around(new IpAddress(high, 0), prefix));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(60, Arbitraries.just(Doing.PUT)),
                                Tuple.of(50, Arbitraries.just(Doing.REMOVE)),
                                Tuple.of(1, Arbitraries.just(Doing.CLEAR))),
                        Arbitraries.oneOf(ipv4, ipv6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(600);
    }
}
