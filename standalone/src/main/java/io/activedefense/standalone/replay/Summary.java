// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.rules.run.Findings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What was read and found, in a few lines for people. */
final class Summary {
    private final Tally tally;
    private final Findings findings;
    private final Duration took;

    Summary(Tally tally, Findings findings, Duration took) {
        this.tally = tally;
        this.findings = findings;
        this.took = took;
    }

    void printTo(PrintWriter err) {
        double seconds = took.toNanos() / 1e9;
        err.printf("%,d lines in %.1f s (%,.0f lines/s)%n", tally.lines(), seconds, tally.lines() / seconds);
        err.printf("%,d events, %,d of them late%n", tally.events(), tally.lateEvents());
        err.println("refused: " + listed(tally.refused()));
        err.println("ignored: " + listed(tally.ignored()));
        err.println(
                "detections: " + listed(findings.countByRule()) + "; sources: " + "%,d".formatted(findings.sources()));
        if (findings.heldSources() > 0) {
            err.printf("held, as they look like answers: %,d of these sources%n", findings.heldSources());
        }
        if (findings.observed() > 0) {
            err.printf("observed only, for very many targets: %,d%n", findings.observed());
        }
        err.flush();
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + "%,d".formatted(count.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
