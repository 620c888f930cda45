// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.EdlRefresh;
import io.activedefense.blacklist.edl.EdlRefresher;
import io.activedefense.blacklist.edl.FeedRefresher;
import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.edl.ServedFeeds;
import io.activedefense.blacklist.edl.SnapshotFile;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.loop.KeepsTheList;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.settings.SettingsStore;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the lists together and starts their threads before the first request can come. */
@Factory
final class EdlFactory {
    @Singleton
    PublishedList publishedList() {
        return new PublishedList();
    }

    @Singleton
    ServedFeeds servedFeeds() {
        return new ServedFeeds();
    }

    @Context
    @KeepsTheList
    @Named("blacklist")
    EdlRefresh edlRefresh(
            ListedAddresses listed,
            PublishedList published,
            Holds holds,
            SettingsStore settings,
            Threads threads,
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory)
            throws IOException {
        var refresher = new EdlRefresher(
                listed,
                new SnapshotFile(stateDirectory, Feed.BUILT_IN),
                published,
                holds,
                () -> settings.current().settings().guards(),
                Clock.systemUTC());
        refresher.load();
        return started(new EdlRefresh("edl-refresh", refresher::step), threads);
    }

    /** A thread of its own: feeds take longer, and the list of everything shall not wait for them. */
    @Context
    @KeepsTheList
    @Named("feeds")
    EdlRefresh feedRefresh(
            ListedAddresses listed,
            Candidates candidates,
            Feeds feeds,
            Holds holds,
            SettingsStore settings,
            ServedFeeds served,
            Threads threads,
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory)
            throws IOException {
        var refresher = new FeedRefresher(
                new FeedRefresher.Sources(listed, candidates, feeds, holds),
                stateDirectory.resolve("feeds"),
                served,
                () -> settings.current().settings().guards(),
                Clock.systemUTC());
        refresher.load();
        return started(new EdlRefresh("feed-refresh", refresher::step), threads);
    }

    private static EdlRefresh started(EdlRefresh refresh, Threads threads) {
        threads.endBy(refresh::close);
        refresh.start();
        return refresh;
    }
}
