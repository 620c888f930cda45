// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * From a zone's local times to instants, both in milliseconds since 1970 (a local time as if it were UTC).
 *
 * <p>The stretch between two changes of the zone's offset is remembered, so that nearly every time costs two comparisons
 * and a subtraction. A local time that occurs twice takes the reading that is nearer to one of two references; one that
 * a change leaps over is read with the offset that held before it.
 */
final class LocalTimes {
    private final ZoneRules rules;

    /** Local times in [usualFrom, usualTo) occur once, with this offset. */
    private long usualFrom = 0;

    private long usualTo = 0;
    private long usualOffset = 0;

    LocalTimes(ZoneRules rules) {
        this.rules = rules;
    }

    long localOf(long instant) {
        return instant + millis(rules.getOffset(Instant.ofEpochMilli(instant)));
    }

    /** Whether the local time occurs exactly once; if so, {@link #usualInstant} reads it. */
    boolean isUsual(long local) {
        return remembered(local) || learn(local);
    }

    long usualInstant(long local) {
        return local - usualOffset;
    }

    long instant(long local, long oneReference, long otherReference) {
        if (isUsual(local)) {
            return usualInstant(local);
        }
        ZoneOffsetTransition change = rules.getTransition(dateTime(local));
        long earlier = local - millis(change.getOffsetBefore());
        if (change.isGap()) {
            return earlier;
        }
        long later = local - millis(change.getOffsetAfter());
        long earlierIsOff = Math.min(Math.abs(earlier - oneReference), Math.abs(earlier - otherReference));
        long laterIsOff = Math.min(Math.abs(later - oneReference), Math.abs(later - otherReference));
        return laterIsOff < earlierIsOff ? later : earlier;
    }

    private boolean remembered(long local) {
        return local >= usualFrom && local < usualTo;
    }

    /** Remembers the stretch around the local time, unless it is one that occurs twice or never. */
    private boolean learn(long local) {
        LocalDateTime time = dateTime(local);
        if (rules.getTransition(time) != null) {
            return false;
        }
        ZoneOffset offset = rules.getOffset(time);
        Instant instant = time.toInstant(offset);
        usualOffset = millis(offset);
        usualFrom = endOf(rules.previousTransition(instant.plusNanos(1)));
        usualTo = startOf(rules.nextTransition(instant));
        return true;
    }

    private static long startOf(@Nullable ZoneOffsetTransition change) {
        return change == null
                ? Long.MAX_VALUE
                : Math.min(localMillis(change.getDateTimeBefore()), localMillis(change.getDateTimeAfter()));
    }

    private static long endOf(@Nullable ZoneOffsetTransition change) {
        return change == null
                ? Long.MIN_VALUE
                : Math.max(localMillis(change.getDateTimeBefore()), localMillis(change.getDateTimeAfter()));
    }

    private static LocalDateTime dateTime(long local) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000L), 0, ZoneOffset.UTC);
    }

    private static long localMillis(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1000L;
    }
}
