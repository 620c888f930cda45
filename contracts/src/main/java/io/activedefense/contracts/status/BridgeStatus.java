// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.status;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the bridge is with one file.
 *
 * @param instance of the bridge
 * @param file path of the log file
 * @param device the firewall it belongs to
 * @param offset bytes that Kafka has acknowledged
 * @param lagBytes bytes written to the file and not yet acknowledged
 * @param lines lines acknowledged since the file's life began
 * @param deadLetters lines refused, by reason
 * @param lastLineAt event time of the newest line
 * @param at when this was written
 */
public record BridgeStatus(
        String instance,
        String file,
        String device,
        long offset,
        long lagBytes,
        long lines,
        Map<String, Long> deadLetters,
        @Nullable Instant lastLineAt,
        Instant at) {
    public BridgeStatus {
        requireNonNull(instance, "instance");
        requireNonNull(file, "file");
        requireNonNull(device, "device");
        requireNonNull(at, "at");
        deadLetters = Map.copyOf(deadLetters);
    }
}
