// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import io.activedefense.blacklist.people.RandomSecret;
import java.util.List;
import java.util.Optional;

/** Who is signed in. What is over is as if it were not there. */
public interface Sessions {
    /** Opens one for a user who has shown the password, and records that. */
    Session open(RandomSecret secret, Visit visit);

    /** Records that somebody who said to be this user was refused. */
    void refused(Visit visit);

    /** The session of a secret that was shown, used now; absent: there is none, or its user may not come in any more. */
    Optional<Session> use(RandomSecret secret);

    /** All that are open, the latest used first. */
    List<Session> all();

    /** Ends one. */
    boolean end(long id);
}
