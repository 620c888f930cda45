// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.contracts.address.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two settings documents over a stretch of the archive. Step it to the end; each step is one short query, so that nothing
 * of the live system waits for it. Not thread-safe.
 */
public final class Backtest {
    private static final int RECORDS_A_STEP = 20_000;
    private static final int SOURCES_A_LOOK = 100;

    private final ArchivedPast past;
    private final int recordsAStep;
    private final TimeRange range;
    private final TimeRange reach;
    private final Comparison comparison;
    private @Nullable RecordKey last;
    private long judged;

    public Backtest(Question question, ArchivedPast past) {
        this(question, past, RECORDS_A_STEP);
    }

    Backtest(Question question, ArchivedPast past, int recordsAStep) {
        this.past = past;
        this.recordsAStep = recordsAStep;
        this.range = question.range();
        this.comparison = new Comparison(question.range(), question.inForce(), question.underTest());
        this.reach = comparison.reach();
    }

    /** Judges the next records; false: there are no more. */
    public boolean step() {
        List<LogRecord> next = past.next(reach, last, recordsAStep);
        next.forEach(comparison::judge);
        judged += next.size();
        if (!next.isEmpty()) {
            last = next.getLast().key();
        }
        return next.size() == recordsAStep;
    }

    /** How much of the time is judged, 0 to 1. */
    public double progress() {
        return last == null ? 0 : reach.shareBefore(last.seen());
    }

    /** How many records were judged. */
    public long judged() {
        return judged;
    }

    /** What it has found, and what firewalls let through of it. */
    public List<Found> found() {
        List<Difference> differences = comparison.differences();
        var found = new ArrayList<Found>(differences.size());
        for (int from = 0; from < differences.size(); from += SOURCES_A_LOOK) {
            List<Difference> some = differences.subList(from, Math.min(from + SOURCES_A_LOOK, differences.size()));
            Map<Cidr, Sessions> sessions =
                    past.sessions(range, some.stream().map(Difference::source).toList());
            some.forEach(each -> found.add(new Found(each, sessions.getOrDefault(each.source(), Sessions.NONE))));
        }
        return found;
    }
}
