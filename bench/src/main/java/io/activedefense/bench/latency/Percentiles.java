// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import java.util.Arrays;
import java.util.Locale;

/** Times that were measured, in order. */
public final class Percentiles {
    private final long[] sortedNanos;

    /** Of one measurement at least, in nanoseconds. */
    public Percentiles(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sortedNanos = nanos.clone();
        Arrays.sort(sortedNanos);
    }

    /** The least time that this share of all did not exceed, by nearest rank. */
    public double millis(double share) {
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, longest %.0f ms, of %d",
                millis(0.5),
                millis(0.9),
                millis(0.99),
                millis(1),
                sortedNanos.length);
    }
}
