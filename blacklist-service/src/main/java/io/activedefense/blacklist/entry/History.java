// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.BlacklistEvent;
import java.util.List;

/** What happens to entries, in the order in which it happened. */
public interface History {
    /** The number of the latest event; 0: there is none. */
    long latest();

    /** What happened after an event, the earliest first. */
    List<Numbered> after(long number, int limit);

    /**
     * An event with its number, which grows with every one.
     *
     * @param number of it
     * @param event what happened
     */
    record Numbered(long number, BlacklistEvent event) {}
}
