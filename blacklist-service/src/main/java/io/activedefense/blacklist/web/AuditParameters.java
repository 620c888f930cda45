// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.audit.AuditQuery;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param who the user
 * @param kind of what: user, group, session, token, entry, settings, device, feed, hold, poller, review, alarm
 * @param subject which one, or a part of its name
 * @param from no earlier
 * @param until earlier
 */
@Introspected
record AuditParameters(
        @QueryValue @Nullable String who,
        @QueryValue @Nullable String kind,
        @QueryValue @Nullable String subject,
        @QueryValue @Nullable String from,
        @QueryValue @Nullable String until) {
    AuditQuery query(@Nullable Long before, int limit) {
        return new AuditQuery(who, kind, subject, time("from", from), time("until", until), before, limit);
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        return text == null ? null : Requests.time(field, text);
    }
}
