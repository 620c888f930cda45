// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One line of a terminal, drawn over at most ten times a second and wiped at the end. */
final class ProgressBar implements Progress {
    private static final long BETWEEN_NANOS = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 30;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final LongSupplier nanoTime;
    private final long storedBytes;
    private final long startedAt;
    private long read;
    private long drawnAt;

    /** @param storedBytes of all logs together, or 0 if nobody knows */
    ProgressBar(PrintWriter terminal, LongSupplier nanoTime, long storedBytes) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.storedBytes = storedBytes;
        this.startedAt = nanoTime.getAsLong();
        this.drawnAt = startedAt;
    }

    @Override
    public void read(int bytes, long lines) {
        read += bytes;
        long now = nanoTime.getAsLong();
        if (now - drawnAt >= BETWEEN_NANOS) {
            drawnAt = now;
            terminal.print(
                    WIPE + bar() + " %,d lines, %,.0f lines/s".formatted(lines, lines * 1e9 / (now - startedAt)));
            terminal.flush();
        }
    }

    @Override
    public void end() {
        if (drawnAt > startedAt) {
            terminal.print(WIPE);
            terminal.flush();
        }
    }

    private String bar() {
        if (storedBytes == 0) {
            return "reading:";
        }
        double part = Math.min(1, (double) read / storedBytes);
        int full = (int) (part * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] %3.0f %%,".formatted(100 * part);
    }
}
