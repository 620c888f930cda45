// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.time.Instant;

/** What ends by itself. */
public interface Releases {
    /**
     * Releases detected entries that were not seen for the block window.
     *
     * @param judgedUpTo every event up to here has been judged, and what became of it is stored
     * @return how many
     */
    int releaseUnseen(Instant judgedUpTo);

    /** Releases operators' entries whose own expiry has passed; returns how many. */
    int releaseExpired();

    /**
     * Takes held detections out of the review queue whose block window is over, and puts those back whose source was
     * seen again.
     *
     * @param judgedUpTo as above
     * @return how many moved
     */
    int settleHeld(Instant judgedUpTo);

    /** Tells readers of the topic of expiries that moved with the block window; returns how many. */
    int tellMovedExpiries();

    /** Takes releases that are seven days old out of the topic; returns how many. */
    int forgetReleased();
}
