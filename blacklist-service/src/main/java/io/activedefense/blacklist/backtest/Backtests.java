// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.backtest.Difference.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Backtests that were asked for, and what they found; for all instances. */
public interface Backtests {
    /** How many are kept. */
    int KEPT = 50;

    /** Writes one down; empty if another one runs, on whichever instance. */
    Optional<BacktestRun> begin(Question question, String by, Instant now);

    /** Tells how one stands; false: somebody has cancelled it, or it is gone. */
    boolean tell(long id, double progress, long records, Instant now);

    /** Writes down what it found. */
    void finish(long id, List<Found> found, long records, Instant now);

    void fail(long id, String why, Instant now);

    /** Asks a run to end; false: it does not run. */
    boolean cancel(long id, Instant now);

    /** The latest first. */
    List<BacktestRun> latest();

    Optional<BacktestRun> find(long id);

    /**
     * What one found, by the time at which it first matters.
     *
     * @param changes only these; empty: all
     * @param text a part of the address; absent: any
     * @param after how many to pass over
     */
    List<Outcome> outcomes(long id, Set<Change> changes, @Nullable String text, int after, int most);
}
