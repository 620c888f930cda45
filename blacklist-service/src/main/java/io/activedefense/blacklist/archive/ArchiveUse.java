// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the archive holds.
 *
 * @param bytesByDay what each day takes, with its indexes
 */
public record ArchiveUse(SortedMap<LocalDate, Long> bytesByDay) {
    /** So many whole days tell what one takes. */
    private static final int LATEST = 7;

    public ArchiveUse {
        bytesByDay = new TreeMap<>(bytesByDay);
    }

    public long bytes() {
        return bytesByDay.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a day takes of late; 0 before the first whole day is over. */
    public long bytesPerDay(LocalDate today) {
        return (long) bytesByDay.headMap(today).values().stream()
                .skip(Math.max(0, bytesByDay.headMap(today).size() - LATEST))
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }
}
