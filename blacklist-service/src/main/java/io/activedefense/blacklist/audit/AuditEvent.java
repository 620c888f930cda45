// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did. It is never changed.
 *
 * @param id grows with every event
 * @param at when
 * @param actor who, how and from where
 * @param action added, changed, removed, signed-in, refused
 * @param kind of what: user, group, session, token, entry, settings, device, feed, hold, poller, review, alarm,
 *     notifications, mail-server, recipient
 * @param subject which one
 * @param before how it was, without secrets; absent: it was not
 * @param after how it became; absent: it is no more
 */
public record AuditEvent(
        long id,
        Instant at,
        Actor actor,
        String action,
        String kind,
        String subject,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {
    public AuditEvent {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(action, "action");
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
    }
}
