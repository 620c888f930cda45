// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Polls since they were last written down, in memory: who serves a list waits for nobody. */
public final class PollLog {
    static final int MOST_POLLERS = 10_000;

    private final Map<PollerKey, Tally> tallies = new ConcurrentHashMap<>();
    private final AtomicLong unrecorded = new AtomicLong();

    /**
     * Takes note of a poll.
     *
     * @param status how it was answered
     * @param version that the poller said to have
     * @param user that it came as
     */
    public void record(PollerKey poller, Instant at, int status, @Nullable String version, @Nullable String user) {
        if (tallies.size() >= MOST_POLLERS && !tallies.containsKey(poller)) {
            unrecorded.incrementAndGet();
            return;
        }
        tallies.merge(poller, Tally.of(at, status, version, user), Tally::then);
    }

    /** All since the last time, each once. */
    Map<PollerKey, Tally> take() {
        var taken = new HashMap<PollerKey, Tally>();
        for (PollerKey poller : List.copyOf(tallies.keySet())) {
            Tally tally = tallies.remove(poller);
            if (tally != null) {
                taken.put(poller, tally);
            }
        }
        return taken;
    }

    /** They could not be written down; later ones may have come meanwhile. */
    void putBack(Map<PollerKey, Tally> taken) {
        taken.forEach((poller, tally) -> tallies.merge(poller, tally, (later, earlier) -> earlier.then(later)));
    }

    /** How many polls were of more pollers than can be held, since the last time. */
    long takeUnrecorded() {
        return unrecorded.getAndSet(0);
    }
}
