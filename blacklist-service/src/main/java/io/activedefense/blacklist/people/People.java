// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import io.activedefense.contracts.address.Cidr;
import java.util.List;
import java.util.Optional;

/** Users. At least one user who is not disabled always has the role admin. */
public interface People {
    /** All, in the order of their names. */
    List<User> users();

    Optional<User> user(String name);

    /**
     * What signing in needs to know of a user.
     *
     * @param network from where somebody tries
     */
    Optional<Account> account(String name, Cidr network);

    /** A new user, whose password is to be changed at the first sign-in. */
    PeopleOutcome<User> add(UserWish wish, String passwordHash);

    /** Who is disabled loses every session. */
    PeopleOutcome<User> change(UserWish wish);

    /** With sessions and tokens. */
    PeopleOutcome<User> remove(String name);

    /**
     * Gives a user another password; every session of this user ends.
     *
     * @param mustChange whether it is only good for being changed
     * @return whether there is such a user
     */
    boolean setPassword(String name, String passwordHash, boolean mustChange);

    /**
     * What a password is compared with.
     *
     * @param user whose it is
     * @param passwordHash never the password
     * @param knownThere whether this user has signed in from that network before
     */
    record Account(User user, String passwordHash, boolean knownThere) {
        @Override
        public String toString() {
            return "account of " + user.name();
        }
    }
}
