// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.LineCounts;

/** A run of lines on its way. */
public interface Delivery {
    /** Event time where no line of the run had one. */
    long NO_EVENT_TIME = Long.MIN_VALUE;

    /** Whether every line of the run is safe, so that it need never be read again. Once true, for ever. */
    boolean acknowledged();

    LineCounts counts();

    /** The newest event time of its lines: milliseconds since 1970, UTC. */
    long newestEventMillis();
}
