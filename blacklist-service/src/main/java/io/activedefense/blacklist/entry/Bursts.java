// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.time.Instant;
import java.util.Optional;

/** Whether many new entries came at once. */
public interface Bursts {
    /** The burst that goes on; absent: there is none. */
    Optional<Ongoing> now();

    /**
     * A burst.
     *
     * @param since when there were too many first
     * @param entries more than so many
     * @param minutes in so many minutes
     * @param holding whether new entries of rules 1 and 2 are held
     */
    record Ongoing(Instant since, int entries, int minutes, boolean holding) {}
}
