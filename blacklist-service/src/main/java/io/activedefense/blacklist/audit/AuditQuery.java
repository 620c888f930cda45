// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is absent does not matter.
 *
 * @param who the user
 * @param kind of what
 * @param subject which one, or a part of its name
 * @param from no earlier
 * @param until earlier
 * @param before only those recorded before this one
 * @param limit at most
 */
public record AuditQuery(
        @Nullable String who,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before,
        int limit) {
    public AuditQuery behind(long last) {
        return new AuditQuery(who, kind, subject, from, until, last, limit);
    }
}
