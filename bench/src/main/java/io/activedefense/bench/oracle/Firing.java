// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.oracle;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.Comparator;

/**
 * The first time that a rule fired for a source.
 *
 * @param source the source group
 * @param rule the rule's id
 * @param at event time of the first crossing
 */
public record Firing(Cidr source, String rule, Instant at) implements Comparable<Firing> {
    private static final Comparator<Firing> ORDER =
            Comparator.comparing(Firing::source).thenComparing(Firing::rule).thenComparing(Firing::at);

    @Override
    public int compareTo(Firing other) {
        return ORDER.compare(this, other);
    }
}
