// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a source was seen. Only widens: in whatever order sightings come, the result is the same.
 *
 * @param first the earliest sighting that a detection of this epoch rests on; absent: none yet
 * @param last the latest; absent: never
 * @param hits events counted
 */
public record Seen(@Nullable Instant first, @Nullable Instant last, long hits) {
    public static final Seen NEVER = new Seen(null, null, 0);

    Seen since(Instant at) {
        return first != null && !at.isBefore(first) ? this : new Seen(at, last, hits);
    }

    Seen until(Instant at) {
        return last != null && !at.isAfter(last) ? this : new Seen(first, at, hits);
    }

    Seen counting(long more) {
        return new Seen(first, last, hits + more);
    }

    /** What a later listing starts from: what was seen before the release is no ground for it. */
    Seen afresh() {
        return new Seen(null, last, hits);
    }
}
