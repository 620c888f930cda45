// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.LineCounts;

/**
 * How far a file is acknowledged.
 *
 * @param file that life of it
 * @param offset bytes acknowledged
 * @param lagBytes bytes written and not yet acknowledged
 * @param counts of the lines acknowledged, those of earlier files of the log that are remembered included
 * @param newestEventMillis of the lines since the bridge began, or {@link Delivery#NO_EVENT_TIME}
 */
public record FileProgress(LogFile file, long offset, long lagBytes, LineCounts counts, long newestEventMillis) {
    /** With what is left to read of the log's file before this one, and what was read of it. */
    public FileProgress behind(FileProgress before) {
        return new FileProgress(
                file, offset, lagBytes + before.lagBytes, counts.plus(before.counts), newestEventMillis);
    }

    FileProgress with(LineCounts earlier) {
        return new FileProgress(file, offset, lagBytes, counts.plus(earlier), newestEventMillis);
    }
}
