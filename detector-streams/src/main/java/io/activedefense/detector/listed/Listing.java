// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.listed;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the blacklist says of one address or prefix.
 *
 * @param listed whether it is on the list
 * @param reasons ids of the rules that listed it
 * @param epoch how often it has been released
 * @param releasedAtMillis when it was last released, in milliseconds since 1970; absent while it is listed
 */
public record Listing(
        boolean listed,
        Set<String> reasons,
        int epoch,
        @Nullable Long releasedAtMillis) {
    /** Of what the blacklist has never heard. */
    public static final Listing UNKNOWN = new Listing(false, Set.of(), 0, null);

    public Listing {
        reasons = Set.copyOf(reasons);
    }

    static Listing of(BlacklistEntry entry) {
        Instant releasedAt = entry.releasedAt();
        return new Listing(
                entry.listed(), entry.reasons(), entry.epoch(), releasedAt == null ? null : releasedAt.toEpochMilli());
    }

    /** Whether this rule has listed it. */
    public boolean isListedBy(String rule) {
        return listed && reasons.contains(rule);
    }

    /** Whether what was seen at this time was seen before the release, so that it can't list again. */
    public boolean wasSeenBeforeRelease(long millis) {
        return releasedAtMillis != null && millis <= releasedAtMillis;
    }
}
