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
 * are a union, the evidence is that of the latest detection, and the country that of the latest that has one.
 *
 * @param epoch of the detections
 * @param reasons ids of the rules that fired
 * @param evidence of the latest detection
 * @param evidenceAt when that fired
 * @param evidenceRule which rule that was
 * @param country where the firewall said the source is; absent: none has said so
 * @param countryAt when the latest detection fired that has a country
 */
public record Ground(
        int epoch,
        SortedSet<String> reasons,
        List<Evidence> evidence,
        @Nullable Instant evidenceAt,
        @Nullable String evidenceRule,
        @Nullable String country,
        @Nullable Instant countryAt) {
    public static final int NO_EPOCH = -1;
    static final Ground NONE = new Ground(NO_EPOCH, new TreeSet<>(), List.of(), null, null, null, null);

    private static final Comparator<Ground> LATER = Comparator.comparing(
                    Ground::evidenceAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Ground::evidenceRule, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    private static final Comparator<Ground> LATER_COUNTRY = Comparator.comparing(
                    Ground::countryAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Ground::country, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

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
                detection.rule(),
                detection.country(),
                detection.country() == null ? null : detection.at());
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
        Ground located = LATER_COUNTRY.compare(this, other) >= 0 ? this : other;
        return new Ground(
                epoch, all, later.evidence, later.evidenceAt, later.evidenceRule, located.country, located.countryAt);
    }
}
