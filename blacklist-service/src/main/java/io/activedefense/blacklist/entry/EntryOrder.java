// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * In which order entries come; entries that are equal in it come by address.
 *
 * @param by what is compared
 * @param descending the greatest first
 */
public record EntryOrder(By by, boolean descending) {
    public static final EntryOrder ADDRESS = new EntryOrder(By.ADDRESS, false);
    static final String NEVER = "never";

    /** What is compared. */
    public enum By {
        ADDRESS,
        LISTED_AT,
        LAST_SEEN,
        /** What does not expire comes as the latest. */
        EXPIRES_AT,
        HITS
    }

    /**
     * A place in the order: that of the last entry of a page.
     *
     * @param value by which it is ordered, as text
     * @param address of the entry
     */
    public record Place(String value, Cidr address) {}

    /** The place of an entry. */
    public Place of(BlacklistEntry entry) {
        return new Place(value(entry), entry.address());
    }

    /** A place as text, which {@link #read} reads. */
    public String write(Place place) {
        return by == By.ADDRESS ? place.address().toString() : place.value() + "~" + place.address();
    }

    /**
     * Reads a place.
     *
     * @throws IllegalArgumentException if it is none of this order
     */
    public Place read(String text) {
        if (by == By.ADDRESS) {
            return new Place(text, Cidr.parse(text));
        }
        int end = text.indexOf('~');
        if (end < 0) {
            throw new IllegalArgumentException("a page of this order ends in value~address");
        }
        return new Place(checked(text.substring(0, end)), Cidr.parse(text.substring(end + 1)));
    }

    private String value(BlacklistEntry entry) {
        return switch (by) {
            case ADDRESS -> entry.address().toString();
            case LISTED_AT -> entry.listedAt().toString();
            case LAST_SEEN -> entry.lastSeen().toString();
            case EXPIRES_AT -> orNever(entry.expiresAt());
            case HITS -> Long.toString(entry.hits());
        };
    }

    private String checked(String value) {
        try {
            return by == By.HITS ? Long.toString(Long.parseLong(value)) : orNever(time(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(value + " is no time", e);
        }
    }

    private static @Nullable Instant time(String value) {
        return value.equals(NEVER) ? null : Instant.parse(value);
    }

    private static String orNever(@Nullable Instant time) {
        return time == null ? NEVER : time.toString();
    }
}
