// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.util.List;
import java.util.Optional;

/** The feeds that operators defined. Every change is seen by those who build them. */
public interface Feeds {
    /** More than a firewall may poll; each is built anew when the list changes. */
    int MOST = 50;

    /** By name. */
    List<DefinedFeed> all();

    Optional<DefinedFeed> find(String name);

    /** Defines a feed; empty, and nothing is changed, if there is one of this name. */
    Optional<DefinedFeed> create(Feed feed, String by);

    /** Defines it anew; empty if there is none of this name. */
    Optional<DefinedFeed> change(Feed feed, String by);

    /** Gives up a feed; false if there is none. */
    boolean remove(String name);
}
