// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.detection.Evidence;
import java.util.List;

/**
 * What made a rule fire.
 *
 * @param atMillis event time of the crossing as known at that moment, in milliseconds since 1970
 * @param evidence the sightings that it rests on, by time
 */
public record Crossing(long atMillis, List<Evidence> evidence) {
    public Crossing {
        evidence = List.copyOf(evidence);
    }
}
