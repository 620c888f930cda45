// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import static java.util.Objects.requireNonNull;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;

/**
 * A source that a rule fired for, or that is listed, was seen again.
 *
 * @param source the source group
 * @param count events since the last report
 * @param lastSeen the latest of them: event time or arrival, whichever is earlier
 */
public record Sighting(Cidr source, long count, Instant lastSeen) {
    public Sighting {
        requireNonNull(source, "source");
        requireNonNull(lastSeen, "lastSeen");
        if (count < 1) {
            throw new IllegalArgumentException("count " + count + " is less than 1");
        }
    }
}
