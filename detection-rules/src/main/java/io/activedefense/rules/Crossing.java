// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.detection.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What made a rule fire.
 *
 * @param atMillis event time of the crossing as known at that moment, in milliseconds since 1970
 * @param evidence the sightings that it rests on, by time
 * @param doubt why an operator should decide; absent where there is none
 */
public record Crossing(
        long atMillis, List<Evidence> evidence, @Nullable String doubt) {
    public Crossing {
        evidence = List.copyOf(evidence);
    }
}
