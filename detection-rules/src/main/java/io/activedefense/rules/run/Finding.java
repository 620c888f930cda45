// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Evidence;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule's first trigger for a source. In order of time, then source, then rule.
 *
 * @param atMillis event time
 * @param evidence what it rests on, by time
 * @param holdReason why an operator would have to decide; absent if it would be listed
 */
public record Finding(
        Cidr source,
        String rule,
        long atMillis,
        List<Evidence> evidence,
        @Nullable String holdReason) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparingLong(Finding::atMillis)
            .thenComparing(Finding::source)
            .thenComparing(Finding::rule);

    public Finding {
        evidence = List.copyOf(evidence);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
