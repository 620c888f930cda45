// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of lines.
 *
 * @param lines all of them
 * @param deadLetters those refused, by reason
 */
public record LineCounts(long lines, Map<String, Long> deadLetters) {
    public static final LineCounts NONE = new LineCounts(0, Map.of());

    public LineCounts {
        deadLetters = Map.copyOf(deadLetters);
    }

    public LineCounts plus(LineCounts more) {
        if (more.deadLetters.isEmpty()) {
            return new LineCounts(lines + more.lines, deadLetters);
        }
        var sum = new TreeMap<>(deadLetters);
        more.deadLetters.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new LineCounts(lines + more.lines, sum);
    }
}
