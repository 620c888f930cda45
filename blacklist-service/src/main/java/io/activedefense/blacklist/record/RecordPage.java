// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records, the newest first.
 *
 * @param records that were found
 * @param next behind which the next page begins; absent: there are no more
 * @param searchedTo where the search took too long to go on: no record later than this was left out; absent: the page is
 *     full, or the last
 */
public record RecordPage(
        List<LogRecord> records,
        @Nullable RecordKey next,
        @Nullable Instant searchedTo) {
    public RecordPage {
        records = List.copyOf(records);
    }
}
