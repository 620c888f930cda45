// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is told. */
public interface Recipients {
    /** Each costs a connection at a time. */
    int MOST = 100;

    /** By name. */
    List<Recipient> all();

    Optional<Recipient> find(long id);

    /** Where it is reached. */
    Optional<Target> target(long id);

    /**
     * Adds one.
     *
     * @param shown the target without what is secret
     */
    RecipientOutcome add(RecipientWish wish, Target target, String shown);

    /**
     * Changes one, and tries at once what waits for it.
     *
     * @param target absent: it is reached as before
     * @param shown the target without what is secret
     */
    RecipientOutcome change(long id, RecipientWish wish, @Nullable Target target, @Nullable String shown);

    /** Removes one with what waits for it; false if there is none. */
    boolean remove(long id);
}
