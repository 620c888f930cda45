// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/** How far a device's clock is off: the median of the last lines, so that a few odd ones change nothing. */
final class ClockSkew {
    private static final int MOST_SAMPLES = 15;
    private static final int FEWEST_SAMPLES = 3;
    private static final long BETWEEN_SAMPLES_MILLIS = Duration.ofSeconds(1).toMillis();

    private final long[] samples = new long[MOST_SAMPLES];
    private long taken;
    private long lastArrival = Long.MIN_VALUE;

    /** A line that says it is of this time arrived just after it was written. */
    void line(long eventMillis, long arrivalMillis) {
        if (taken > 0 && arrivalMillis - lastArrival < BETWEEN_SAMPLES_MILLIS) {
            return;
        }
        lastArrival = arrivalMillis;
        samples[(int) (taken++ % MOST_SAMPLES)] = arrivalMillis - eventMillis;
    }

    /** Above 0 the clock is slow; empty after too few lines. */
    OptionalLong seconds() {
        if (taken < FEWEST_SAMPLES) {
            return OptionalLong.empty();
        }
        long[] sorted = Arrays.copyOf(samples, (int) Math.min(taken, MOST_SAMPLES));
        Arrays.sort(sorted);
        return OptionalLong.of(Math.round(sorted[sorted.length / 2] / 1000.0));
    }
}
