// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.status;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the bridge is with one file, and what it knows of its device. Told when it changes, and every minute.
 *
 * @param instance of the bridge
 * @param file path of the log file, made safe to show
 * @param device the firewall it belongs to
 * @param standing whether its lines are read; left out by older bridges: they are
 * @param offset bytes that Kafka has acknowledged
 * @param lagBytes bytes written to the file and not yet acknowledged
 * @param lagSeconds for how long the oldest of them have waited
 * @param lines lines acknowledged, those of the log's files before this one included for as long as they are remembered
 * @param deadLetters lines refused, by reason
 * @param refused the latest of them, a few of each reason, since the bridge started
 * @param lastLineAt event time of the newest line
 * @param grewAt when something was last written to the file; absent: never yet
 * @param clockSkewSeconds arrival minus event time of lines just written, their median: above 0 the device's clock is
 *     slow; absent: too few such lines since the bridge started
 * @param at when this was written
 */
public record BridgeStatus(
        String instance,
        String file,
        String device,
        Standing standing,
        long offset,
        long lagBytes,
        long lagSeconds,
        long lines,
        Map<String, Long> deadLetters,
        List<RefusedLine> refused,
        @Nullable Instant lastLineAt,
        @Nullable Instant grewAt,
        @Nullable Long clockSkewSeconds,
        Instant at) {
    public BridgeStatus {
        requireNonNull(instance, "instance");
        requireNonNull(file, "file");
        requireNonNull(device, "device");
        requireNonNull(at, "at");
        standing = requireNonNullElse(standing, Standing.READ);
        deadLetters = Map.copyOf(deadLetters);
        refused = List.copyOf(requireNonNullElse(refused, List.of()));
    }
}
