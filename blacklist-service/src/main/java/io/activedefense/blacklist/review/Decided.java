// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.review;

import io.activedefense.blacklist.review.HeldDetection.State;
import org.jspecify.annotations.Nullable;

/**
 * What became of a held detection that an operator decided about.
 *
 * @param id of it
 * @param state where it stands now; absent: there is none of this id
 * @param done whether the decision was carried out; else it had been decided before, or couldn't be
 * @param detail why not, in words
 */
public record Decided(
        long id,
        @Nullable State state,
        boolean done,
        @Nullable String detail) {}
