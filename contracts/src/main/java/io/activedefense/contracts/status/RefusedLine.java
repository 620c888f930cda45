// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.status;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A line that was refused, as a sample of its kind.
 *
 * @param reason why
 * @param at when it was read
 * @param offset of the line in its file
 * @param text its beginning, made safe to show
 */
public record RefusedLine(String reason, Instant at, long offset, String text) {
    public RefusedLine {
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        requireNonNull(text, "text");
    }
}
