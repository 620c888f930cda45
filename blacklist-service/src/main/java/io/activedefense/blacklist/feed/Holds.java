// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.util.List;
import java.util.Optional;

/** Versions of lists that wait for an operator's word, for all instances. */
public interface Holds {
    List<Hold> all();

    /**
     * Makes a version wait, or tells how small it has become.
     *
     * @param hold with the decision that was known: one taken meanwhile stays
     */
    void put(Hold hold);

    /** Ends the waiting, since the list is whole again. What was approved stays on record. */
    void end(String list);

    /** Takes down an operator's word; empty if nothing waits. */
    Optional<Hold> decide(String list, Hold.State decision, String by, String why);
}
