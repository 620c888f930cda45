// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who used to poll and has stopped, and who is refused. */
public final class PollerTroubles implements Troubles {
    private final Pollers pollers;
    private final Clock clock;
    private final Instant servedSince;

    public PollerTroubles(Pollers pollers, Clock clock) {
        this.pollers = pollers;
        this.clock = clock;
        this.servedSince = clock.instant();
    }

    @Override
    public String source() {
        return "pollers";
    }

    @Override
    public List<Trouble> found() {
        Instant now = clock.instant();
        return pollers.all().stream()
                .flatMap(poller -> trouble(poller, poller.condition(servedSince, now)))
                .toList();
    }

    public Poller.Condition conditionOf(Poller poller) {
        return poller.condition(servedSince, clock.instant());
    }

    private static Stream<Trouble> trouble(Poller poller, Poller.Condition condition) {
        return switch (condition) {
            case FINE -> Stream.empty();
            case STOPPED ->
                Stream.of(new Trouble(
                        "poller-stopped",
                        subject(poller),
                        "It has not polled since " + poller.tally().lastAt() + ".",
                        "See whether the firewall runs, reaches this service and accepts its certificate. If it is gone"
                                + " for good, forget it among the pollers."));
            case REFUSED ->
                Stream.of(new Trouble(
                        "poller-refused",
                        subject(poller),
                        "It has been refused since " + poller.refusedSince() + ", the last time with status "
                                + poller.tally().lastStatus() + ".",
                        "Give the firewall the user and password of the feed, or the feed the firewall's network: a"
                                + " firewall that is refused stops to enforce the list."));
        };
    }

    private static String subject(Poller poller) {
        return poller.key().address() + " of " + poller.key().list();
    }
}
