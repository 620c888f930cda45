// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.feed.Feed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it is served.
 *
 * @param feed as it is defined
 * @param published its list
 * @param build how the list was made last; absent: not since the start
 */
public record ServedFeed(
        Feed feed, PublishedList published, @Nullable Build build) {

    /**
     * How a list was made.
     *
     * @param at when
     * @param lines that it has
     * @param leftOut entries that were chosen, but had no room
     */
    public record Build(Instant at, int lines, int leftOut) {}

    public Optional<EdlSnapshot> current() {
        return published.current();
    }
}
