// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.rules.run.Listed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source under two settings.
 *
 * @param source what is listed
 * @param was when the settings in force list it, and by which rules; absent: they don't
 * @param would when the settings under test list it, and by which rules; absent: they don't
 */
public record Difference(
        Cidr source, @Nullable Listing was, @Nullable Listing would) {
    /** By the time that it first matters, then by source. */
    static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::first).thenComparing(Difference::source);

    public Difference {
        if (was == null && would == null) {
            throw new IllegalArgumentException(source + " is listed by neither");
        }
    }

    /**
     * A listing.
     *
     * @param at event time of the first crossing that was in no doubt
     * @param rules that list it, by name
     */
    public record Listing(Instant at, List<String> rules) {
        public Listing {
            rules = List.copyOf(rules);
        }

        static @Nullable Listing of(@Nullable Listed listed) {
            return listed == null ? null : new Listing(Instant.ofEpochMilli(listed.atMillis()), listed.rules());
        }
    }

    /** What the settings under test change for a source. */
    public enum Change {
        /** It would be listed, and was not. */
        ADDED,
        /** It was listed, and would not be. */
        DROPPED,
        /** It would be listed earlier or later, or by other rules. */
        CHANGED,
        /** Nothing. */
        SAME
    }

    public Change change() {
        if (was == null) {
            return Change.ADDED;
        }
        if (would == null) {
            return Change.DROPPED;
        }
        return was.equals(would) ? Change.SAME : Change.CHANGED;
    }

    private Instant first() {
        if (was == null || would == null) {
            return Objects.requireNonNull(was == null ? would : was).at();
        }
        return was.at().isBefore(would.at()) ? was.at() : would.at();
    }
}
