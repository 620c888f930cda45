// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Polls of one poller, summed up.
 *
 * @param polls how many
 * @param refusals how many of the last ones were refused, one after the other
 * @param lastAt when the last one came
 * @param lastStatus how it was answered
 * @param lastGoodAt when one was answered with the list, or that the poller has it; absent: none was
 * @param version that the poller said to have; absent: none
 * @param user that it came as; absent: as nobody
 */
public record Tally(
        long polls,
        long refusals,
        Instant lastAt,
        int lastStatus,
        @Nullable Instant lastGoodAt,
        @Nullable String version,
        @Nullable String user) {
    private static final int LONGEST_VERSION = 100;

    static Tally of(Instant at, int status, @Nullable String version, @Nullable String user) {
        return new Tally(1, isRefusal(status) ? 1 : 0, at, status, isGood(status) ? at : null, cut(version), user);
    }

    /** What is known after a later one. */
    Tally then(Tally later) {
        return new Tally(
                polls + later.polls,
                later.lastGoodAt == null ? refusals + later.refusals : later.refusals,
                later.lastAt,
                later.lastStatus,
                later.lastGoodAt == null ? lastGoodAt : later.lastGoodAt,
                later.version == null ? version : later.version,
                later.user == null ? user : later.user);
    }

    private static boolean isGood(int status) {
        return status == 200 || status == 304;
    }

    private static boolean isRefusal(int status) {
        return status == 401 || status == 403;
    }

    /** It comes from outside. */
    private static @Nullable String cut(@Nullable String version) {
        return version == null || version.length() <= LONGEST_VERSION ? version : version.substring(0, LONGEST_VERSION);
    }
}
