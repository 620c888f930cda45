// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.review;

import io.activedefense.blacklist.review.HeldDetection.State;
import io.activedefense.contracts.address.Cidr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The detections that wait for an operator's word, and those that did. */
public interface ReviewQueue {
    /**
     * Held detections, the latest first.
     *
     * @param states where they stand; empty: anywhere
     * @param before only those held before this one; absent: from the latest
     */
    List<HeldDetection> latest(Set<State> states, @Nullable Long before, int limit);

    /** All of one source, the latest first. */
    List<HeldDetection> of(Cidr source);

    /** How many wait. */
    long waiting();

    /** Carries an operator's word out, all of it in one transaction; in the order of the ids. */
    List<Decided> decide(Decision decision);
}
