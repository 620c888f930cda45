// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.release;

import io.activedefense.blacklist.entry.Releases;
import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.release.Watermarks.Goal;
import io.activedefense.blacklist.status.StatusBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what was not seen for the block window, and only what surely was not: first it notes up to which event time
 * the detector has judged everything, then up to where the detector had written by then, and when this service has
 * stored all that, entries that expired before the noted time are released.
 */
public final class ReleaseLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration UNTIL_STORED = Duration.ofMillis(500);

    private final Releases releases;
    private final StatusBoard board;
    private final Watermarks watermarks;
    private @Nullable Noted noted;
    private volatile @Nullable Instant judgedUpTo;
    private volatile @Nullable Long eventsWaiting;

    /** How far the detector was, and what it had written by then. */
    private record Noted(Instant judgedUpTo, Goal goal) {}

    public ReleaseLoop(Releases releases, StatusBoard board, Watermarks watermarks) {
        this.releases = releases;
        this.board = board;
        this.watermarks = watermarks;
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        if (noted == null) {
            releases.releaseExpired();
            releases.forgetReleased();
            releases.tellMovedExpiries();
            noted = note().orElse(null);
        }
        return noted == null ? EVERY : releaseWhenStored(noted);
    }

    /** Every event up to this event time has been judged; absent while that is unknown. */
    public Optional<Instant> judgedUpTo() {
        return Optional.ofNullable(judgedUpTo);
    }

    /** How many events wait for the detector; absent while that is unknown. */
    public Optional<Long> eventsWaiting() {
        return Optional.ofNullable(eventsWaiting);
    }

    private Optional<Noted> note() throws ExecutionException, InterruptedException {
        var statuses = board.detector();
        Map<Integer, Long> waiting = watermarks.eventsWaiting();
        eventsWaiting = waiting.values().stream().mapToLong(Long::longValue).sum();
        Optional<Instant> sight = Sight.judgedUpTo(statuses, waiting);
        judgedUpTo = sight.orElse(null);
        return sight.isEmpty() ? Optional.empty() : Optional.of(new Noted(sight.get(), watermarks.detectorOutput()));
    }

    private Duration releaseWhenStored(Noted now) throws ExecutionException, InterruptedException {
        if (!watermarks.isReached(now.goal())) {
            return UNTIL_STORED;
        }
        int released = releases.releaseUnseen(now.judgedUpTo());
        releases.settleHeld(now.judgedUpTo());
        if (released > 0) {
            LOG.info("released entries that were not seen for the block window: {}", released);
        }
        noted = null;
        return EVERY;
    }
}
