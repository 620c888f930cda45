// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name in small letters
 * @param ownRole what this one may without any group
 * @param groups by name
 * @param role what this one may: the most of the own role and those of the groups
 * @param disabled does not come in any more, with a session or a token neither
 * @param mustChangePassword was given a password by another one, and may do nothing before it is changed
 * @param createdAt since when
 * @param signedInAt when last; absent: never
 */
public record User(
        String name,
        Role ownRole,
        SortedSet<String> groups,
        Role role,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant signedInAt) {
    public User {
        Names.accepted(name);
        requireNonNull(ownRole, "ownRole");
        requireNonNull(role, "role");
        requireNonNull(createdAt, "createdAt");
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** Whether this one can change people. */
    public boolean administers() {
        return !disabled && role == Role.ADMIN;
    }
}
