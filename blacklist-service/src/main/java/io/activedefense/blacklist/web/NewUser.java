// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Names;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.people.UserWish;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants a user to be, as sent. It is the whole user: what is left out takes its default.
 *
 * @param name in small letters; where the path names the user, left out
 * @param role without any group; left out: viewer
 * @param groups by name; left out: none
 * @param disabled does not come in; left out: does
 */
record NewUser(
        @Nullable String name,
        @Nullable Role role,
        @Nullable SortedSet<String> groups,
        @Nullable Boolean disabled) {
    UserWish wish() {
        return wish(Requests.given("name", name, Names.ACCEPTED));
    }

    UserWish about(String path) {
        if (name != null && !name.equals(path)) {
            throw Requests.refused("name", name, path + ", or left out: a user keeps the name");
        }
        return wish(path);
    }

    private UserWish wish(String itsName) {
        return new UserWish(
                itsName,
                role == null ? Role.VIEWER : role,
                groups == null ? new TreeSet<>() : groups,
                disabled != null && disabled);
    }
}
