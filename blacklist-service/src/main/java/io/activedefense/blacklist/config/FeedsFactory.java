// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.HoldTroubles;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.loop.KeepsTheList;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.poller.PollLog;
import io.activedefense.blacklist.poller.PollWriter;
import io.activedefense.blacklist.poller.PollerTroubles;
import io.activedefense.blacklist.poller.Pollers;
import io.activedefense.blacklist.postgres.Persistence;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What feeds are made from, and who polls them. */
@Factory
@Requires(beans = Persistence.class)
final class FeedsFactory {
    @Singleton
    Candidates candidates(Persistence persistence) {
        return persistence.candidates();
    }

    @Singleton
    Feeds feeds(Persistence persistence) {
        return persistence.feeds();
    }

    @Singleton
    Holds holds(Persistence persistence) {
        return persistence.holds();
    }

    @Singleton
    HoldTroubles holdTroubles(Holds holds) {
        return new HoldTroubles(holds);
    }

    @Singleton
    Pollers pollers(Persistence persistence) {
        return persistence.pollers();
    }

    @Singleton
    PollLog pollLog() {
        return new PollLog();
    }

    @Singleton
    PollerTroubles pollerTroubles(Pollers pollers) {
        return new PollerTroubles(pollers, Clock.systemUTC());
    }

    @Context
    @KeepsTheList
    @Named("polls")
    LoopRunner pollRunner(PollLog log, Pollers pollers, Threads threads) {
        Clock clock = Clock.systemUTC();
        var runner = new LoopRunner("blacklist-polls", new PollWriter(log, pollers, clock), clock);
        threads.endBy(runner::close);
        runner.start();
        return runner;
    }
}
