// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Candidate;
import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.blacklist.feed.Content;
import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.feed.Narrowness;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the feeds equal to their definitions and to what is listed. They are built anew when the list or a definition
 * changed, and with every minute, since rank and age change by themselves. They are as the minute's beginning has them,
 * so that all instances serve the same. Step it; one thread steps it.
 */
public final class FeedRefresher {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRefresher.class);
    private final Sources sources;
    private final Path folder;
    private final ServedFeeds served;
    private final Supplier<GuardSettings> limits;
    private final Clock clock;
    private final Attempts attempts = new Attempts("the feeds");
    private final Map<String, FeedKeeper> keepers = new LinkedHashMap<>();
    private OptionalLong version = OptionalLong.empty();
    private Instant builtFor = Instant.MIN;

    /**
     * What feeds are made from.
     *
     * @param listed tells when the list or a definition has changed
     * @param candidates what is listed
     * @param feeds how they are defined
     * @param holds what is on record about lists that shrank
     */
    public record Sources(ListedAddresses listed, Candidates candidates, Feeds feeds, Holds holds) {}

    public FeedRefresher(
            Sources sources, Path folder, ServedFeeds served, Supplier<GuardSettings> limits, Clock clock) {
        this.sources = sources;
        this.folder = folder;
        this.served = served;
        this.limits = limits;
        this.clock = clock;
    }

    /** Serves the copies on disk, each under the definition that it was made by. */
    public void load() throws IOException {
        for (String name : SnapshotFile.listsIn(folder)) {
            var file = new SnapshotFile(folder, name);
            switch (file.read()) {
                case SnapshotFile.Found.Intact intact -> restore(name, file, intact);
                case SnapshotFile.Found.Nothing nothing -> LOG.info("kept feed {} is gone", name);
                case SnapshotFile.Found.Unusable unusable ->
                    LOG.error(
                            "kept feed {} unusable ({}): it is not served until the database answers",
                            name,
                            unusable.why());
            }
        }
        serve();
    }

    /** Builds the feeds where something changed; whatever fails, what was served last stays. */
    public void step() {
        attempts.run(this::refresh);
    }

    private void restore(String name, SnapshotFile file, SnapshotFile.Found.Intact intact) {
        FeedAbout.read(intact.about())
                .filter(feed -> feed.name().equals(name))
                .ifPresentOrElse(
                        feed -> keepers.put(name, FeedKeeper.restored(feed, file, intact.snapshot(), sources.holds())),
                        () -> LOG.error(
                                "kept feed {} has no definition: it is not served until the database answers", name));
    }

    private void refresh() throws IOException {
        Instant now = clock.instant();
        OptionalLong there = OptionalLong.of(sources.listed().version());
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (!there.equals(version) || minute.isAfter(builtFor)) {
            rebuild(sources.feeds().all(), minute, now);
            version = there;
            builtFor = minute;
        }
        keepers.values().forEach(keeper -> keeper.confirm(now));
    }

    private void rebuild(List<DefinedFeed> defined, Instant minute, Instant now) throws IOException {
        removeAllBut(defined.stream().map(feed -> feed.feed().name()).toList());
        if (!defined.isEmpty()) {
            List<Feed> feeds = defined.stream().map(DefinedFeed::feed).toList();
            boolean withDevices =
                    feeds.stream().anyMatch(feed -> feed.choice().selection().asksForDevices());
            List<Candidate> listed = sources.candidates().listed(withDevices);
            Map<String, Hold> holds =
                    sources.holds().all().stream().collect(Collectors.toMap(Hold::list, Function.identity()));
            GuardSettings inForce = limits.get();
            for (Feed feed : feeds) {
                build(
                        feed,
                        Content.of(feed.choice(), listed, Narrowness.of(inForce), minute),
                        holds.get(feed.name()),
                        inForce,
                        now);
            }
        }
        serve();
        served.complete();
    }

    private void build(Feed feed, Content content, @Nullable Hold known, GuardSettings inForce, Instant now)
            throws IOException {
        if (!content.refused().isEmpty()) {
            LOG.error("left out of feed {}, because they may never be listed: {}", feed.name(), content.refused());
        }
        keeperOf(feed).build(feed, content, known, inForce, now);
    }

    /** A feed that is to hold something else begins anew: what it drops is its operator's wish. */
    private FeedKeeper keeperOf(Feed feed) {
        FeedKeeper before = keepers.get(feed.name());
        if (before != null && before.feed().hasContentOf(feed)) {
            return before;
        }
        FeedKeeper fresh = FeedKeeper.fresh(feed, new SnapshotFile(folder, feed.name()), sources.holds());
        keepers.put(feed.name(), fresh);
        return fresh;
    }

    private void removeAllBut(List<String> names) throws IOException {
        List<FeedKeeper> gone = keepers.values().stream()
                .filter(keeper -> !names.contains(keeper.feed().name()))
                .toList();
        for (FeedKeeper keeper : gone) {
            keepers.remove(keeper.feed().name());
            serve();
            keeper.remove();
            LOG.info("feed given up: {}", keeper.feed().name());
        }
    }

    private void serve() {
        served.serve(keepers.values().stream().map(FeedKeeper::served).toList());
    }
}
