// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import java.util.Map;
import java.util.concurrent.ExecutionException;

/** How far everybody has come, by Kafka. */
public interface Watermarks {
    /** Events that wait for the detector, by partition of the events; every partition is in. */
    Map<Integer, Long> eventsWaiting() throws ExecutionException, InterruptedException;

    /** The ends of what the detector has written for this service until now. */
    Goal detectorOutput() throws ExecutionException, InterruptedException;

    /** Whether this service has stored all up to the goal. */
    boolean isReached(Goal goal) throws ExecutionException, InterruptedException;

    /**
     * Ends of partitions.
     *
     * @param ends by topic and partition
     */
    record Goal(Map<Place, Long> ends) {
        public Goal {
            ends = Map.copyOf(ends);
        }
    }

    /** A partition of a topic. */
    record Place(String topic, int partition) {}
}
