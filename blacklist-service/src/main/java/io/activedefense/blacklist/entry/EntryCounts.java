// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.blacklist.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many entries there are.
 *
 * @param total all of them
 * @param byReason those that have a reason; an entry with two reasons counts for both
 * @param byOrigin by who put them on the list
 */
public record EntryCounts(long total, SortedMap<String, Long> byReason, Map<Origin, Long> byOrigin) {
    public EntryCounts {
        byReason = Collections.unmodifiableSortedMap(new TreeMap<>(byReason));
        byOrigin = Collections.unmodifiableMap(new TreeMap<>(byOrigin));
    }
}
