// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import io.activedefense.contracts.address.IpAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The records that were filed. */
public interface Records {
    default RecordPage search(RecordQuery query) {
        return search(query, Waiter.PATIENT);
    }

    RecordPage search(RecordQuery query, Waiter waiter);

    Optional<LogRecord> find(RecordKey key);

    /** The entry that blocks each source, the narrowest where there are several; a source that none blocks has none. */
    Map<IpAddress, Listing> listings(Collection<IpAddress> sources);
}
