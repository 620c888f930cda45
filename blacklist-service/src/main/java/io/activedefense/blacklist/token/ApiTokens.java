// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.token;

import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.people.Role;
import io.activedefense.blacklist.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens there are. Those that are over stay listed until they are withdrawn. */
public interface ApiTokens {
    /** All, in the order of their users and names. */
    List<ApiToken> all();

    /** A new one; absent: the user has one of that name. */
    Optional<ApiToken> create(RandomSecret secret, Wish wish);

    boolean withdraw(long id);

    /** Whom a secret that was shown calls for, used now; absent: it is none, is over, or its user may not come in. */
    Optional<Bearer> use(RandomSecret secret);

    /**
     * What a token is to be.
     *
     * @param name what it is for
     * @param user for whom it calls
     * @param role at most
     * @param expiresAt until when
     */
    record Wish(String name, String user, Role role, Instant expiresAt) {}

    /**
     * Who calls with a token.
     *
     * @param user for whom, as this one is now
     * @param role what the call may do
     */
    record Bearer(User user, Role role) {}
}
