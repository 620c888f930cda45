// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Candidate;
import io.activedefense.blacklist.feed.Choice;
import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedAccess;
import io.activedefense.blacklist.feed.FeedChange;
import io.activedefense.blacklist.feed.FeedOutcome;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Selection;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedRefresherTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final FeedAccess.Basic SECRET = new FeedAccess.Basic("fw", "$2b$hash");

    @TempDir
    Path folder;

    private final InMemory database = new InMemory();
    private final HoldsInMemory holds = new HoldsInMemory(NOON);
    private final SettableClock clock = new SettableClock(NOON);
    private ServedFeeds served;
    private FeedRefresher refresher;

    @BeforeEach
    void start() throws IOException {
        served = new ServedFeeds();
        refresher = new FeedRefresher(
                new FeedRefresher.Sources(database, devices -> database.listed(), database, holds),
                folder,
                served,
                () -> GuardSettings.DEFAULTS,
                clock);
        refresher.load();
    }

    @Test
    void aFeedIsServedWithTheStepBehindItsDefinitionAndGoneWithTheOneBehindItsEnd() {
        database.list("91.1.1.4", "91.1.1.5");
        database.define(feed("partners", "plain", new FeedAccess.Open()));

        refresher.step();

        assertThat(text("partners.txt")).isEqualTo("91.1.1.4/31\n");
        assertThat(served.named("partners").orElseThrow().build()).isEqualTo(new ServedFeed.Build(NOON, 1, 0));
        database.giveUp("partners");
        refresher.step();
        assertThat(served.find("partners.txt")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRestartWithoutADatabaseServesTheSameBytesBehindTheSameDoor() throws IOException {
        database.list("91.1.1.4");
        database.define(feed("partners", "csv", SECRET));
        refresher.step();
        String before = text("partners.csv");
        database.down = true;

        start();
        refresher.step();

        assertThat(text("partners.csv")).isEqualTo(before);
        assertThat(served.named("partners").orElseThrow().feed().access()).isEqualTo(SECRET);
        assertThat(served.isComplete()).isFalse();
        database.down = false;
        refresher.step();
        assertThat(served.isComplete()).isTrue();
    }

    @Test
    void anotherDoorLeavesTheListAsItIsAndIsKeptWithIt() throws IOException {
        database.list("91.1.1.4");
        database.define(feed("partners", "plain", new FeedAccess.Open()));
        refresher.step();
        EdlSnapshot before =
                served.named("partners").flatMap(ServedFeed::current).orElseThrow();

        database.define(feed("partners", "plain", SECRET));
        refresher.step();
        assertThat(served.named("partners").flatMap(ServedFeed::current)).containsSame(before);
        assertThat(served.named("partners").orElseThrow().feed().access()).isEqualTo(SECRET);

        database.down = true;
        start();
        assertThat(served.named("partners").orElseThrow().feed().access()).isEqualTo(SECRET);
    }

    @Test
    void anotherFormatIsServedUnderItsOwnNameAndTheOldOneIsGone() {
        database.list("91.1.1.4");
        database.define(feed("partners", "plain", new FeedAccess.Open()));
        refresher.step();

        database.define(feed("partners", "json", new FeedAccess.Open()));
        refresher.step();

        assertThat(text("partners.json")).startsWith("{\"lines\":[{\"address\":\"91.1.1.4\"");
        assertThat(served.find("partners.txt")).isEmpty();
    }

    @Test
    void aFeedThatShrinksTooMuchWaitsAndTheOthersDoNot() throws IOException {
        database.listMany(200);
        database.define(feed("all", "plain", new FeedAccess.Open()));
        database.define(new Feed("few", null, new Choice(Selection.ALL, 5, false), "plain", new FeedAccess.Open()));
        refresher.step();
        String before = text("all.txt");
        database.listed.clear();
        database.list("91.1.1.4");

        refresher.step();

        assertThat(text("all.txt")).isEqualTo(before);
        assertThat(text("few.txt")).isEqualTo("91.1.1.4\n");
        assertThat(holds.all()).containsExactly(Hold.waiting("all", 200, 1, NOON));
        start();
        refresher.step();
        assertThat(text("all.txt")).isEqualTo(before);

        holds.decide("all", Hold.State.APPROVED, "admin", "right so");
        database.version++;
        refresher.step();
        assertThat(text("all.txt")).isEqualTo("91.1.1.4\n");
    }

    @Test
    void anotherSelectionIsTheOperatorsWordForWhatItDrops() {
        database.listMany(200);
        database.define(feed("all", "plain", new FeedAccess.Open()));
        refresher.step();

        database.define(new Feed("all", null, new Choice(Selection.ALL, 5, false), "plain", new FeedAccess.Open()));
        refresher.step();

        assertThat(text("all.txt").lines()).hasSize(5);
        assertThat(holds.all()).isEmpty();
    }

    @Test
    void ageTakesEffectWithinAMinuteWithoutAnyChange() {
        database.list("91.1.1.4");
        database.define(new Feed(
                "fresh",
                null,
                new Choice(new Selection(Set.of(), Set.of(), Set.of(), null, 1), 5, true),
                "plain",
                new FeedAccess.Open()));
        refresher.step();
        clock.advance(Duration.ofDays(1));

        refresher.step();

        assertThat(text("fresh.txt")).isEmpty();
    }

    @Test
    void anOutageKeepsWhatIsServed() {
        database.list("91.1.1.4");
        database.define(feed("partners", "plain", new FeedAccess.Open()));
        refresher.step();
        database.down = true;
        database.listed.clear();

        refresher.step();

        assertThat(text("partners.txt")).isEqualTo("91.1.1.4\n");
    }

    private String text(String file) {
        return new String(
                served.find(file)
                        .flatMap(ServedFeed::current)
                        .orElseThrow()
                        .plain()
                        .bytes(),
                US_ASCII);
    }

    private static Feed feed(String name, String format, FeedAccess access) {
        return new Feed(name, null, new Choice(Selection.ALL, Choice.USUAL_CAPACITY, true), format, access);
    }

    /** What the database answers. */
    private static final class InMemory implements ListedAddresses, Feeds {
        private final List<Candidate> listed = new ArrayList<>();
        private final TreeMap<String, DefinedFeed> feeds = new TreeMap<>();
        private long version = 1;
        private boolean down;

        void list(String... addresses) {
            for (String address : addresses) {
                listed.add(new Candidate(
                        Cidr.parse(address), Set.of("port-scan"), Origin.DETECTED, Set.of(), NOON, NOON, 1));
            }
            version++;
        }

        void listMany(int count) {
            for (int i = 0; i < count; i++) {
                list("91.198.4." + i);
            }
        }

        void define(Feed feed) {
            feeds.put(feed.name(), new DefinedFeed(feed, version, NOON, "admin", "wanted"));
            version++;
        }

        void giveUp(String name) {
            feeds.remove(name);
            version++;
        }

        List<Candidate> listed() {
            return List.copyOf(listed);
        }

        @Override
        public long version() {
            if (down) {
                throw new IllegalStateException("the database is away");
            }
            return version;
        }

        @Override
        public Listing listing() {
            throw new UnsupportedOperationException("feeds need more than addresses");
        }

        @Override
        public List<DefinedFeed> all() {
            return List.copyOf(feeds.values());
        }

        @Override
        public Optional<DefinedFeed> find(String name) {
            return Optional.ofNullable(feeds.get(name));
        }

        @Override
        public Optional<DefinedFeed> create(Feed feed, String by, String why) {
            throw new UnsupportedOperationException("tests define");
        }

        @Override
        public FeedOutcome change(Feed feed, long madeFrom, String by, String why) {
            throw new UnsupportedOperationException("tests define");
        }

        @Override
        public boolean remove(String name, String by, String why) {
            throw new UnsupportedOperationException("tests give up");
        }

        @Override
        public List<FeedChange> history(String name, @Nullable Long before, int limit) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }
}
