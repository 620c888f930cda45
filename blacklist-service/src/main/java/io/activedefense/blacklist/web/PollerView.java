// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.blacklist.poller.Poller;
import io.activedefense.blacklist.poller.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who polls a list, and how.
 *
 * @param list its name
 * @param address that the polls come from
 * @param user that it came as; absent: as nobody
 * @param condition how it is
 * @param firstAt when it first came
 * @param lastAt when it came last
 * @param lastStatus how it was answered then
 * @param lastGoodAt when it last had the list afterwards
 * @param version that it last said to have
 * @param polls how many
 * @param everySeconds its rhythm
 * @param refusedSince since when each poll was refused; absent: the last one was not
 */
record PollerView(
        String list,
        String address,
        @Nullable String user,
        Condition condition,
        Instant firstAt,
        Instant lastAt,
        int lastStatus,
        @Nullable Instant lastGoodAt,
        @Nullable String version,
        long polls,
        @Nullable Long everySeconds,
        @Nullable Instant refusedSince) {

    /** How it is. */
    enum Condition {
        @JsonProperty("fine")
        FINE,
        @JsonProperty("stopped")
        STOPPED,
        @JsonProperty("refused")
        REFUSED
    }

    static PollerView of(Poller poller, Poller.Condition condition) {
        Tally tally = poller.tally();
        return new PollerView(
                poller.key().list(),
                poller.key().address(),
                tally.user(),
                Condition.valueOf(condition.name()),
                poller.firstAt(),
                tally.lastAt(),
                tally.lastStatus(),
                tally.lastGoodAt(),
                tally.version(),
                tally.polls(),
                poller.everySeconds() == null ? null : Math.round(poller.everySeconds()),
                poller.refusedSince());
    }
}
