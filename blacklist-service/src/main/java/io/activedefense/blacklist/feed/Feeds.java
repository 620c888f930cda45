// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The feeds that operators defined. Every change is seen by those who build them, and kept with who and why. */
public interface Feeds {
    /** More than a firewall may poll; each is built anew when the list changes. */
    int MOST = 50;

    /** By name. */
    List<DefinedFeed> all();

    Optional<DefinedFeed> find(String name);

    /** Defines a feed; empty, and nothing is changed, if there is one of this name. */
    Optional<DefinedFeed> create(Feed feed, String by, String why);

    /**
     * Defines it anew.
     *
     * @param madeFrom version of the definition that this one was made from
     */
    FeedOutcome change(Feed feed, long madeFrom, String by, String why);

    /** Gives up a feed; false if there is none. */
    boolean remove(String name, String by, String why);

    /**
     * How the feed of a name was changed, the latest first, also if it was given up.
     *
     * @param before only what led to earlier versions; absent: from the latest
     */
    List<FeedChange> history(String name, @Nullable Long before, int limit);
}
