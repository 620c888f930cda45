// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Comes due every so often. */
public final class Interval {
    private final long nanos;
    private final LongSupplier ticker;
    private long nextAt;

    /** Due at once.
     *
     * @param ticker nanoseconds that only go forward
     */
    public Interval(Duration length, LongSupplier ticker) {
        this.nanos = length.toNanos();
        this.ticker = ticker;
        this.nextAt = ticker.getAsLong();
    }

    /** Whether it is due; if so, it comes due again a length from now. */
    public boolean isDue() {
        long now = ticker.getAsLong();
        if (now - nextAt < 0) {
            return false;
        }
        nextAt = now + nanos;
        return true;
    }

    /** Makes it due now. */
    void hurry() {
        nextAt = ticker.getAsLong();
    }
}
