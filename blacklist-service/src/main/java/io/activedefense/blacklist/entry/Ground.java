// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Evidence;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What detections of one listing epoch say against a source. Merging is idempotent and takes any order: the reasons
 * are a union, and the evidence is that of the latest detection.
 *
 * @param epoch of the detections
 * @param reasons ids of the rules that fired
 * @param evidence of the latest detection
 * @param evidenceAt when that fired
 * @param evidenceRule which rule that was
 */
public record Ground(
        int epoch,
        SortedSet<String> reasons,
        List<Evidence> evidence,
        @Nullable Instant evidenceAt,
        @Nullable String evidenceRule) {
    public static final int NO_EPOCH = -1;
    static final Ground NONE = new Ground(NO_EPOCH, new TreeSet<>(), List.of(), null, null);

    private static final Comparator<Ground> LATER = Comparator.comparing(
                    Ground::evidenceAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Ground::evidenceRule, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    public Ground {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
        evidence = List.copyOf(evidence);
    }

    static Ground of(Detection detection) {
        return new Ground(
                detection.epoch(),
                new TreeSet<>(List.of(detection.rule())),
                detection.evidence(),
                detection.at(),
                detection.rule());
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** Ground of a later epoch replaces that of an earlier one. */
    Ground with(Ground other) {
        if (other.epoch != epoch) {
            return other.epoch > epoch ? other : this;
        }
        var all = new TreeSet<>(reasons);
        all.addAll(other.reasons);
        Ground later = LATER.compare(this, other) >= 0 ? this : other;
        return new Ground(epoch, all, later.evidence, later.evidenceAt, later.evidenceRule);
    }
}
