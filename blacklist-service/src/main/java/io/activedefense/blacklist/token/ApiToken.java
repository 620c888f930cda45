// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.token;

import static java.util.Objects.requireNonNull;

import io.activedefense.blacklist.people.Names;
import io.activedefense.blacklist.people.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret with which a program calls for a user, without the secret.
 *
 * @param id by which it is listed and withdrawn
 * @param name what it is for
 * @param user for whom it calls
 * @param role that it has at most; never more than its user has
 * @param createdAt since when it is good
 * @param expiresAt until when
 * @param usedAt when it was last used, to the minute; absent: never
 */
public record ApiToken(
        long id,
        String name,
        String user,
        Role role,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {
    /** By which scanners of leaked secrets know one of ours. */
    public static final String MARK = "adt_";

    public ApiToken {
        Names.accepted(name);
        requireNonNull(user, "user");
        requireNonNull(role, "role");
        if (!expiresAt.isAfter(createdAt)) {
            throw new IllegalArgumentException("a token that is over before it begins");
        }
    }
}
