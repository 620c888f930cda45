// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was archived, each line once. Each question is one short query. */
public interface ArchivedPast {
    /**
     * The next records, in the order in which they were seen.
     *
     * @param after the last one that is known; absent: from the beginning of the range
     * @return fewer than {@code most} at the end of the range
     */
    List<LogRecord> next(TimeRange range, @Nullable RecordKey after, int most);

    /** Records of one source since a time, the latest first. */
    List<LogRecord> latestOf(Cidr source, Instant from, int most);

    /** When the newest record was seen; empty: nothing is archived. */
    Optional<Instant> newest();

    /** What firewalls did with the sessions of some sources; all of them are in the answer. */
    Map<Cidr, Sessions> sessions(TimeRange range, List<Cidr> sources);
}
