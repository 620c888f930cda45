// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.logformat.ParseOutcome;
import java.util.Map;
import java.util.TreeMap;

/** What became of the lines. */
final class Tally {
    private static final String NO_TIME = "no-time";

    private long lines;
    private long events;
    private long late;
    private final Map<String, Long> ignored = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();

    void parsed() {
        lines++;
        events++;
    }

    void withoutTime() {
        lines++;
        refused.merge(NO_TIME, 1L, Long::sum);
    }

    void ignored(ParseOutcome.Ignored reason) {
        lines++;
        ignored.merge(reason.label(), 1L, Long::sum);
    }

    void refused(ParseOutcome.Malformed reason) {
        lines++;
        refused.merge(reason.label(), 1L, Long::sum);
    }

    void late() {
        late++;
    }

    long lines() {
        return lines;
    }

    long events() {
        return events;
    }

    long lateEvents() {
        return late;
    }

    Map<String, Long> ignored() {
        return ignored;
    }

    Map<String, Long> refused() {
        return refused;
    }
}
