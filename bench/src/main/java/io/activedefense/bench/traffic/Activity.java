// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.time.Instant;
import java.util.Optional;

/** Something that goes on in the network and leaves lines, in the order of their times. */
interface Activity {
    /** When its next line is due; empty when it is over. */
    Optional<Instant> nextAt();

    /** The line that is due. */
    FirewallLine next();
}
