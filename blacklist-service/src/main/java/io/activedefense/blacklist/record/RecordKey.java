// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

import java.time.Instant;

/**
 * What tells a record from every other, and where it stands among them: by time, then by number.
 *
 * @param seenMillis the time that it is filed under, since 1970
 * @param id its number
 */
public record RecordKey(long seenMillis, long id) {
    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static RecordKey parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2 || !isNumber(parts[0]) || !isNumber(parts[1])) {
            throw new IllegalArgumentException("'" + text + "' is not the key of a record");
        }
        return new RecordKey(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    public Instant seen() {
        return Instant.ofEpochMilli(seenMillis);
    }

    @Override
    public String toString() {
        return seenMillis + "-" + id;
    }

    /** Of so few digits that it is a long. */
    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }
}
