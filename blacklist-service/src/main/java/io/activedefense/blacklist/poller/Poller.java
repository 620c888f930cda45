// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who polls a list, and how.
 *
 * @param key who and what
 * @param firstAt when it first came
 * @param tally all its polls
 * @param refusedSince since when each was refused; absent: the last one was not
 * @param everySeconds its rhythm, the later polls counting more; absent: it came once
 */
public record Poller(
        PollerKey key,
        Instant firstAt,
        Tally tally,
        @Nullable Instant refusedSince,
        @Nullable Double everySeconds) {
    private static final double WEIGHT_OF_LATEST = 0.2;
    private static final Duration LEAST_SILENCE = Duration.ofMinutes(15);
    private static final int ROUNDS_MISSED = 3;
    private static final int POLLS_OF_A_HABIT = 5;
    private static final Duration TIME_OF_A_HABIT = Duration.ofHours(1);
    private static final int REFUSALS_OF_A_STRANGER = 3;
    private static final Duration STRANGERS_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STRANGER_REMEMBERED = Duration.ofDays(1);

    /** How a poller is. */
    public enum Condition {
        FINE,
        /** It used to poll, and doesn't any more. */
        STOPPED,
        /** It is not let in: a firewall that is refused stops to enforce the list. */
        REFUSED
    }

    /** One that was not known. */
    public static Poller first(PollerKey key, Tally tally) {
        return new Poller(key, tally.lastAt(), tally, tally.refusals() > 0 ? tally.lastAt() : null, null);
    }

    public Poller after(Tally later) {
        Tally both = tally.then(later);
        Instant refused = refusedSince == null || later.lastGoodAt() != null ? later.lastAt() : refusedSince;
        double sample = Duration.between(tally.lastAt(), later.lastAt()).toMillis() / 1e3 / later.polls();
        double rhythm = everySeconds == null ? sample : everySeconds + WEIGHT_OF_LATEST * (sample - everySeconds);
        return new Poller(key, firstAt, both, both.refusals() > 0 ? refused : null, Math.max(0, rhythm));
    }

    /**
     * How it is.
     *
     * @param servedSince while nobody served, nobody could poll
     */
    public Condition condition(Instant servedSince, Instant now) {
        if (isRefused(now)) {
            return Condition.REFUSED;
        }
        return isHabit() && silence(servedSince, now).compareTo(patience()) > 0 ? Condition.STOPPED : Condition.FINE;
    }

    private boolean isRefused(Instant now) {
        if (refusedSince == null || tally.lastGoodAt() != null) {
            return refusedSince != null;
        }
        return tally.refusals() >= REFUSALS_OF_A_STRANGER
                && tally.lastAt().isAfter(refusedSince.plus(STRANGERS_PATIENCE))
                && tally.lastAt().isAfter(now.minus(STRANGER_REMEMBERED));
    }

    private boolean isHabit() {
        return tally.polls() >= POLLS_OF_A_HABIT
                && tally.lastGoodAt() != null
                && !tally.lastGoodAt().isBefore(firstAt.plus(TIME_OF_A_HABIT));
    }

    private Duration silence(Instant servedSince, Instant now) {
        Instant from = tally.lastAt().isBefore(servedSince) ? servedSince : tally.lastAt();
        return Duration.between(from, now);
    }

    private Duration patience() {
        Duration missed = everySeconds == null
                ? LEAST_SILENCE
                : Duration.ofMillis(Math.round(everySeconds * 1e3 * ROUNDS_MISSED));
        return missed.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : missed;
    }
}
