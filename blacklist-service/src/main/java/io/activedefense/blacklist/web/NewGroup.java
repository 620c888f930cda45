// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Group;
import io.activedefense.blacklist.people.Names;
import io.activedefense.blacklist.people.Role;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants a group to be, as sent. It is the whole group.
 *
 * @param name in small letters; where the path names the group, left out
 * @param role that each member has at least
 * @param members by name; left out: none
 */
record NewGroup(
        @Nullable String name,
        @Nullable Role role,
        @Nullable SortedSet<String> members) {
    Group group() {
        return group(Requests.given("name", name, Names.ACCEPTED));
    }

    Group about(String path) {
        if (name != null && !name.equals(path)) {
            throw Requests.refused("name", name, path + ", or left out: a group keeps its name");
        }
        return group(path);
    }

    private Group group(String itsName) {
        Role given = Requests.given("role", role, "viewer, operator or admin");
        return new Group(itsName, given, members == null ? new TreeSet<>() : members);
    }
}
