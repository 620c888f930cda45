// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

/** The right to publish, which one process at a time has. */
public interface Leadership {
    /** Takes the lead if nobody has it; tells whether this process has it, now verified. */
    boolean take();

    /** Lets another process have it. */
    void giveUp();
}
