// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import io.activedefense.contracts.address.Cidr;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Slows down who guesses passwords. Wrong ones are counted for a user from a network, for a network, and for a user from
 * anywhere; beyond a few the wait doubles with each. Who has signed in from a network before only waits for what was
 * guessed from there: strangers, however many, don't keep an admin out. It is forgotten after a quiet hour,
 * and a process remembers only so much: a table would be one more thing to fill.
 */
public final class Throttle {
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 20_000;
    private static final Limit USER_THERE = new Limit(5, Duration.ofMinutes(15));
    private static final Limit NETWORK = new Limit(20, Duration.ofMinutes(15));

    /** Short, since it also keeps the user out who is somewhere else today. */
    private static final Limit USER = new Limit(50, Duration.ofMinutes(1));

    private final Map<Key, Failures> failures = new Recent<>(MOST_REMEMBERED);

    private record Key(String user, String network) {}

    private record Failures(int count, Instant last) {}

    /** How many attempts are free, and how long the wait grows behind them. */
    private record Limit(int free, Duration longest) {
        Duration behind(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    /**
     * How long this attempt has to wait; zero: not at all.
     *
     * @param known whether the user has signed in from there before
     */
    public synchronized Duration wait(String user, Cidr network, boolean known, Instant now) {
        return Stream.of(
                        left(new Key(user, network.toString()), USER_THERE, now),
                        left(new Key("", network.toString()), NETWORK, now),
                        known ? Duration.ZERO : left(new Key(user, ""), USER, now))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    public synchronized void failed(String user, Cidr network, Instant now) {
        count(new Key(user, network.toString()), now);
        count(new Key("", network.toString()), now);
        count(new Key(user, ""), now);
    }

    /** What this user did wrong from there is forgiven; what the network tried with other names is not. */
    public synchronized void succeeded(String user, Cidr network) {
        failures.remove(new Key(user, network.toString()));
    }

    private Duration left(Key key, Limit limit, Instant now) {
        Failures known = failures.get(key);
        if (known == null || isForgotten(known, now)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, known.last().plus(limit.behind(known.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(Key key, Instant now) {
        failures.merge(
                key,
                new Failures(1, now),
                (before, one) -> isForgotten(before, now) ? one : new Failures(before.count() + 1, now));
    }

    private static boolean isForgotten(Failures known, Instant now) {
        return !now.isBefore(known.last().plus(FORGOTTEN_AFTER));
    }
}
