// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it stands.
 *
 * @param id its number
 * @param by who asked
 * @param askedAt when
 * @param from the beginning of the stretch of time
 * @param to its end
 * @param heldAgainst version of the settings that were in force
 * @param underTest the other settings
 * @param state where it stands
 * @param progress how much of the time is judged, 0 to 1
 * @param records how many log lines were judged
 * @param toldAt when it last told how it stands
 * @param failure what ended it before its end; absent: nothing
 * @param counts sources by what would change for them; empty before the end
 * @param allowed sources that would be listed and were not, whose sessions some firewall has allowed: the ones to look at
 */
public record BacktestRun(
        long id,
        String by,
        Instant askedAt,
        Instant from,
        Instant to,
        long heldAgainst,
        DefenseSettings underTest,
        State state,
        double progress,
        long records,
        Instant toldAt,
        @Nullable String failure,
        Map<Difference.Change, Integer> counts,
        int allowed) {
    /** A run that has told nothing for so long is nobody's any more. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    public BacktestRun {
        counts = Map.copyOf(counts);
    }

    /** Where a backtest stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** It met something that it could not bear, or its process ended. */
        FAILED
    }

    /** As it is at a time: whose process has ended no longer runs. */
    public BacktestRun at(Instant now) {
        return state == State.RUNNING && toldAt.plus(SILENCE).isBefore(now)
                ? new BacktestRun(
                        id,
                        by,
                        askedAt,
                        from,
                        to,
                        heldAgainst,
                        underTest,
                        State.FAILED,
                        progress,
                        records,
                        toldAt,
                        "The process that ran it has ended.",
                        counts,
                        allowed)
                : this;
    }
}
