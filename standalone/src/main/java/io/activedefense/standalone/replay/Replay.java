// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.run.Findings;
import io.activedefense.rules.run.RuleRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules over whole logs, in order of event time. Holds, beside what it found, the events of one grace a log and what
 * sources did within the longest window.
 *
 * <p>An event that is too late to be put in order is judged only by rules that a single event is enough for, which need
 * no order.
 */
final class Replay {
    private final RuleRun run;
    private final Tally tally = new Tally();

    Replay(DefenseSettings settings, boolean withEvidence) {
        this.run = new RuleRun(settings, withEvidence);
    }

    /**
     * Reads the logs to their ends.
     *
     * @throws IOException if one can't be read; its message names it
     */
    void run(List<? extends LogSource> logs, Progress progress) throws IOException {
        var opened = new ArrayList<OrderedLog>();
        try {
            for (LogSource log : logs) {
                opened.add(open(log, progress));
            }
            var merged = new MergedLogs(opened);
            for (var event = merged.next(); event != null; event = merged.next()) {
                run.judge(event);
            }
        } finally {
            for (OrderedLog log : opened) {
                log.close();
            }
        }
    }

    Tally tally() {
        return tally;
    }

    Findings findings() {
        return run.findings();
    }

    private OrderedLog open(LogSource log, Progress progress) throws IOException {
        InputStream stream = new NamedStream(log, stored -> progress.read(stored, tally.lines()));
        return new OrderedLog(log, stream, run::concerns, run::judgeLate, tally);
    }
}
