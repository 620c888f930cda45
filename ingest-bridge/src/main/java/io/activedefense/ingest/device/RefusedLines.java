// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.status.RefusedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest lines of a device that were refused: few, short, and safe to show. */
final class RefusedLines {
    private static final int MOST_OF_A_REASON = 2;
    private static final long BETWEEN_SAMPLES_MILLIS = Duration.ofSeconds(1).toMillis();

    private final Map<String, Deque<RefusedLine>> byReason = new TreeMap<>();
    private List<RefusedLine> all = List.of();

    /** The bytes {@code [from, to)} begin the line at this offset. */
    void refused(String reason, long offset, byte[] buffer, int from, int to, long nowMillis) {
        Deque<RefusedLine> samples = byReason.computeIfAbsent(reason, any -> new ArrayDeque<>());
        if (!samples.isEmpty() && nowMillis - samples.getLast().at().toEpochMilli() < BETWEEN_SAMPLES_MILLIS) {
            return;
        }
        if (samples.size() == MOST_OF_A_REASON) {
            samples.removeFirst();
        }
        samples.add(new RefusedLine(reason, Instant.ofEpochMilli(nowMillis), offset, SafeText.of(buffer, from, to)));
        all = byReason.values().stream().flatMap(Deque::stream).toList();
    }

    /** By reason, the latest last. */
    List<RefusedLine> all() {
        return all;
    }
}
