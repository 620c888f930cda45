// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.LineCounts;

/**
 * How far a file is acknowledged.
 *
 * @param file that life of it
 * @param offset bytes acknowledged
 * @param lagBytes bytes written and not yet acknowledged
 * @param counts of the lines acknowledged since that life began
 * @param newestEventMillis of the lines since the bridge began, or {@link Delivery#NO_EVENT_TIME}
 */
public record FileProgress(LogFile file, long offset, long lagBytes, LineCounts counts, long newestEventMillis) {
    public FileProgress plusLag(long moreBytes) {
        return new FileProgress(file, offset, lagBytes + moreBytes, counts, newestEventMillis);
    }
}
