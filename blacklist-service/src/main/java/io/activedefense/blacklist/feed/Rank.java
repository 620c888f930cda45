// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.rules.RuleSet;
import java.util.Comparator;

/** Whom a list that is too short keeps: by severity of the reason, then who was seen last, then who came most often. */
final class Rank {
    /** The most important first; the address makes the order a total one, so that instances agree. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Rank::severity)
            .thenComparing(Candidate::latest)
            .thenComparingLong(Candidate::hits)
            .reversed()
            .thenComparing(Candidate::address);

    private Rank() {}

    /** An operator knows why; an exploit attempt weighs more than a look around. */
    private static int severity(Candidate candidate) {
        if (candidate.isByOperator()) {
            return 3;
        }
        if (candidate.reasons().contains(RuleSet.VULNERABILITY)) {
            return 2;
        }
        return Math.min(candidate.reasons().size(), 1);
    }
}
