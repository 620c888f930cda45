// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who polls, for all instances. */
public interface Pollers {
    /** By list, then address. */
    List<Poller> all();

    /** Adds what came since the last time. */
    void add(Map<PollerKey, Tally> polls);

    /** Forgets one; false if it is not known. */
    boolean forget(PollerKey poller);

    /**
     * Forgets who has not come for long.
     *
     * @param friends that were served once, and not since then
     * @param strangers that never were, and have not come since then
     */
    void forgetUnseen(Instant friends, Instant strangers);
}
