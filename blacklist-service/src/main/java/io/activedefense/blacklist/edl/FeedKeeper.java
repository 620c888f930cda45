// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.feed.Content;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One feed: its definition and its list, which are kept on disk together. */
final class FeedKeeper {
    private final Publication publication;
    private Feed feed;
    private ServedFeed.@Nullable Build build;

    private FeedKeeper(Feed feed, Publication publication) {
        this.feed = feed;
        this.publication = publication;
    }

    static FeedKeeper fresh(Feed feed, SnapshotFile file, Holds holds) {
        return new FeedKeeper(feed, new Publication(feed.name(), file, new PublishedList(), holds));
    }

    static FeedKeeper restored(Feed feed, SnapshotFile file, EdlSnapshot kept, Holds holds) {
        FeedKeeper keeper = fresh(feed, file, holds);
        keeper.publication.restore(kept);
        return keeper;
    }

    Feed feed() {
        return feed;
    }

    ServedFeed served() {
        return new ServedFeed(feed, publication.published(), build);
    }

    /** Offers the content, under a definition that may have changed in who may read. */
    void build(Feed defined, Content content, @Nullable Hold known, GuardSettings limits, Instant now)
            throws IOException {
        byte[] bytes = defined.listFormat().write(content.lines());
        String about = FeedAbout.write(defined);
        if (!defined.equals(feed)) {
            feed = defined;
            publication.keepWith(about);
        }
        if (publication.offer(bytes, content.entries(), about, Optional.ofNullable(known), limits, now)) {
            build = new ServedFeed.Build(now, content.lines().size(), content.leftOut());
        }
    }

    void confirm(Instant now) {
        publication.published().confirm(now);
    }

    void remove() throws IOException {
        publication.remove();
    }
}
