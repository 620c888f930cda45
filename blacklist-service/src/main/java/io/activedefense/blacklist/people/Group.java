// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Users who may the same.
 *
 * @param name of it
 * @param role that each of its members has at least
 * @param members by name
 */
public record Group(String name, Role role, SortedSet<String> members) {
    public Group {
        Names.accepted(name);
        requireNonNull(role, "role");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
}
