// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.util.Objects.requireNonNull;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an admin wants a user to be.
 *
 * @param name in small letters
 * @param role without any group
 * @param groups that there are, by name
 * @param disabled does not come in
 */
public record UserWish(String name, Role role, SortedSet<String> groups, boolean disabled) {
    public UserWish {
        Names.accepted(name);
        requireNonNull(role, "role");
        groups = new TreeSet<>(groups);
    }
}
