// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import io.activedefense.blacklist.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down every ten seconds who polled; what can't be written waits in memory, one tally a poller. */
public final class PollWriter implements Loop {
    static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration FRIENDS_REMEMBERED = Duration.ofDays(90);
    private static final Duration STRANGERS_REMEMBERED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(PollWriter.class);

    private final PollLog log;
    private final Pollers pollers;
    private final Clock clock;

    public PollWriter(PollLog log, Pollers pollers, Clock clock) {
        this.log = log;
        this.pollers = pollers;
        this.clock = clock;
    }

    @Override
    public Duration step() {
        write();
        long unrecorded = log.takeUnrecorded();
        if (unrecorded > 0) {
            LOG.warn("polls not recorded, because they came from too many addresses: {}", unrecorded);
        }
        Instant now = clock.instant();
        pollers.forgetUnseen(now.minus(FRIENDS_REMEMBERED), now.minus(STRANGERS_REMEMBERED));
        return EVERY;
    }

    @Override
    public void close() {
        write();
    }

    private void write() {
        Map<PollerKey, Tally> polls = log.take();
        if (polls.isEmpty()) {
            return;
        }
        try {
            pollers.add(polls);
        } catch (RuntimeException e) {
            log.putBack(polls);
            throw e;
        }
    }
}
