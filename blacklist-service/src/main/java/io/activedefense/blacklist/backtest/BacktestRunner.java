// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs backtests beside everything else, one at a time. */
public final class BacktestRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestRunner.class);

    private final Backtests backtests;
    private final ArchivedPast past;
    private final Executor executor;
    private final Clock clock;

    /**
     * A runner.
     *
     * @param executor of one thread
     */
    public BacktestRunner(Backtests backtests, ArchivedPast past, Executor executor, Clock clock) {
        this.backtests = backtests;
        this.past = past;
        this.executor = executor;
        this.clock = clock;
    }

    /** Begins one, and is back at once; empty if another one runs. */
    public Optional<BacktestRun> begin(Question question, String by) {
        Optional<BacktestRun> run = backtests.begin(question, by, clock.instant());
        run.ifPresent(begun -> executor.execute(() -> run(begun.id(), question)));
        return run;
    }

    private void run(long id, Question question) {
        try {
            var backtest = new Backtest(question, past);
            boolean more = true;
            while (more) {
                more = backtest.step();
                if (!backtests.tell(id, backtest.progress(), backtest.judged(), clock.instant())) {
                    LOG.info("backtest {} was cancelled", id);
                    return;
                }
            }
            backtests.finish(id, backtest.found(), backtest.judged(), clock.instant());
            LOG.info("backtest {} is done: records={}", id, backtest.judged());
        } catch (RuntimeException e) {
            LOG.warn("backtest {} failed", id, e);
            fail(id, e);
        }
    }

    /** Where the database is away, silence tells it. */
    private void fail(long id, RuntimeException failure) {
        try {
            backtests.fail(id, "It could not go on: " + failure.getMessage(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("the failure of backtest {} could not be written down: {}", id, e.getMessage());
        }
    }
}
