// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.settings.GuardSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps a list from shrinking by mistake. A new version is compared with the largest one that was served in the last
 * minutes, so that a mistake that takes many small steps is seen as well. Of one list; one thread uses it.
 */
public final class ShrinkGuard {
    static final Duration MEMORY = Duration.ofMinutes(10);

    private final Deque<Served> recent = new ArrayDeque<>();

    private record Served(Instant at, int entries) {}

    /** What is to be done with a version. */
    public sealed interface Verdict {
        record Serve() implements Verdict {}

        /** It waits: {@code hold} is to be put down, if that is news. */
        record Wait(Hold hold, boolean news) implements Verdict {}
    }

    /** A version of so many entries is served from now on. */
    public void served(int entries, Instant at) {
        recent.addLast(new Served(at, entries));
    }

    /**
     * Judges the version that is to follow.
     *
     * @param known what is on record about the list
     */
    public Verdict judge(String list, int proposed, Optional<Hold> known, GuardSettings limits, Instant now) {
        OptionalInt from = reference(known, now);
        if (from.isEmpty() || !shrinks(from.getAsInt(), proposed, limits)) {
            return new Verdict.Serve();
        }
        return known.filter(Hold::isOpen)
                .map(open -> new Verdict.Wait(open.proposing(proposed), open.proposed() != proposed))
                .orElseGet(() ->
                        new Verdict.Wait(renewed(known, Hold.waiting(list, from.getAsInt(), proposed, now)), true));
    }

    /** With the decision that was known, so that one taken meanwhile is not written over. */
    private static Hold renewed(Optional<Hold> approved, Hold waiting) {
        return new Hold(
                waiting.list(),
                waiting.state(),
                waiting.served(),
                waiting.proposed(),
                waiting.since(),
                approved.map(Hold::decidedAt).orElse(null),
                null,
                null);
    }

    /** What all instances compare with where one has put it down, else what was served here. */
    private OptionalInt reference(Optional<Hold> known, Instant now) {
        if (known.filter(Hold::isOpen).isPresent()) {
            return OptionalInt.of(known.get().served());
        }
        forgetBefore(now.minus(MEMORY));
        Instant decidedAt = known.map(Hold::decidedAt).orElse(Instant.MIN);
        OptionalInt since = recent.stream()
                .filter(version -> version.at().isAfter(decidedAt))
                .mapToInt(Served::entries)
                .max();
        return since.isPresent() || known.isEmpty()
                ? since
                : OptionalInt.of(known.get().proposed());
    }

    /** The one that is served stays, however old. */
    private void forgetBefore(Instant time) {
        while (recent.size() > 1 && recent.getFirst().at().isBefore(time)) {
            recent.removeFirst();
        }
    }

    private static boolean shrinks(int from, int to, GuardSettings limits) {
        long dropped = (long) from - to;
        return dropped >= limits.shrinkEntries() && dropped * 100 > (long) from * limits.shrinkPercent();
    }
}
