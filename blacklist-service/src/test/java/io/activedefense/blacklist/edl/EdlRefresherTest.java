// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdlRefresherTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final InMemory listed = new InMemory();
    private final HoldsInMemory holds = new HoldsInMemory(NOON);
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private PublishedList published;
    private EdlRefresher refresher;

    @BeforeEach
    void start() throws IOException {
        published = new PublishedList();
        refresher = new EdlRefresher(
                listed, new SnapshotFile(folder, "blacklist"), published, holds, () -> GuardSettings.DEFAULTS, clock);
        refresher.load();
    }

    @Test
    void beforeTheDatabaseAnsweredThereIsNoList() {
        listed.down = true;

        refresher.step();

        assertThat(published.current()).isEmpty();
        assertThat(published.confirmedAt()).isEmpty();
    }

    @Test
    void anEmptyDatabaseIsAnEmptyList() {
        refresher.step();

        assertThat(text()).isEmpty();
        assertThat(published.confirmedAt()).contains(NOON);
    }

    @Test
    void aChangeIsPublishedByTheNextStep() {
        refresher.step();
        listed.list("198.51.100.7");

        refresher.step();

        assertThat(text()).isEqualTo("198.51.100.7\n");
    }

    @Test
    void nothingIsReadWhileTheVersionStays() {
        refresher.step();
        refresher.step();
        refresher.step();

        assertThat(listed.reads).isEqualTo(1);
    }

    @Test
    void aVersionThatLeavesTheTextAsItWasKeepsTheSnapshot() {
        listed.list("198.51.100.7");
        refresher.step();
        var before = published.current();
        listed.change();

        refresher.step();

        assertThat(published.current()).isEqualTo(before);
    }

    @Test
    void anOutageKeepsTheLastListAndTheChangeComesAfterIt() {
        listed.list("198.51.100.7");
        refresher.step();
        listed.down = true;
        listed.list("198.51.100.8");

        refresher.step();
        assertThat(text()).isEqualTo("198.51.100.7\n");

        listed.down = false;
        refresher.step();
        assertThat(text()).isEqualTo("198.51.100.7\n198.51.100.8\n");
    }

    @Test
    void aRestartWithoutADatabaseServesTheSameBytesUnderTheSameTag() throws IOException {
        listed.list("198.51.100.7");
        refresher.step();
        var before = published.current().orElseThrow();
        listed.down = true;

        start();
        refresher.step();

        var after = published.current().orElseThrow();
        assertThat(after.plain().bytes()).isEqualTo(before.plain().bytes());
        assertThat(after.plain().etag()).isEqualTo(before.plain().etag());
        assertThat(after.modified()).isEqualTo(before.modified());
    }

    @Test
    void aRestartThatFindsTheDatabaseUnchangedKeepsTagAndDate() throws IOException {
        listed.list("198.51.100.7");
        refresher.step();
        var before = published.current().orElseThrow();

        start();
        refresher.step();

        assertThat(published.current().orElseThrow().modified()).isEqualTo(before.modified());
    }

    @Test
    void aDamagedCopyIsNotServed() throws IOException {
        listed.list("198.51.100.7");
        refresher.step();
        Files.writeString(folder.resolve("blacklist.edl"), "198.51.100.7\n");

        start();

        assertThat(published.current()).isEmpty();
    }

    @Test
    void aListThatTheDiskRefusesIsServedAndTheOlderCopyIsForgotten() throws IOException {
        listed.list("198.51.100.7");
        refresher.step();
        Files.createDirectories(folder.resolve("blacklist.edl.next/in-the-way"));
        listed.list("198.51.100.8");

        refresher.step();

        assertThat(text()).isEqualTo("198.51.100.7\n198.51.100.8\n");
        start();
        assertThat(published.current()).as("never older than before").isEmpty();
    }

    @Test
    void aVersionThatDropsTooMuchWaitsForAWordAlsoThroughARestart() throws IOException {
        listMany(200);
        refresher.step();
        String before = text();
        listed.clear();
        listed.list("198.51.100.7");

        refresher.step();

        assertThat(text()).isEqualTo(before);
        assertThat(holds.all()).containsExactly(Hold.waiting("blacklist", 200, 1, NOON));
        start();
        refresher.step();
        assertThat(text()).isEqualTo(before);

        holds.decide("blacklist", Hold.State.APPROVED, "admin", "they are ours");
        listed.change();
        refresher.step();
        assertThat(text()).isEqualTo("198.51.100.7\n");
    }

    @Test
    void anInstanceWithoutACopyServesNothingWhileAVersionWaits() throws IOException {
        holds.put(Hold.waiting("blacklist", 200, 1, NOON));
        listed.list("198.51.100.7");

        refresher.step();

        assertThat(published.current()).isEmpty();
    }

    @Test
    void aListThatIsWholeAgainIsServedWithoutAWord() {
        listMany(200);
        refresher.step();
        listed.clear();
        refresher.step();
        listMany(150);

        refresher.step();

        assertThat(text().lines()).hasSize(150);
        assertThat(holds.all()).isEmpty();
    }

    private void listMany(int count) {
        for (int i = 0; i < count; i++) {
            listed.list("91.198.4." + i);
        }
    }

    @Test
    void readersSeeWholeListsThatOnlyGrowNewer() throws Exception {
        refresher.step();
        var done = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> seen = List.of(
                    readers.submit(() -> readUntil(done)),
                    readers.submit(() -> readUntil(done)),
                    readers.submit(() -> readUntil(done)));
            for (int i = 1; i <= 100; i++) {
                listed.list("198.51." + i / 250 + "." + i % 250);
                refresher.step();
            }
            done.set(true);
            for (Future<Integer> last : seen) {
                assertThat(last.get()).isEqualTo(100);
            }
        }
    }

    /** Every list has the lines that it says, packed and plain alike, and none comes after a longer one. */
    private int readUntil(AtomicBoolean done) throws IOException {
        int longest = 0;
        boolean last;
        do {
            last = done.get();
            var snapshot = published.current().orElseThrow();
            assertThat(snapshot.entries()).isGreaterThanOrEqualTo(longest);
            longest = snapshot.entries();
            assertThat(new String(snapshot.plain().bytes(), US_ASCII).lines()).hasSize(longest);
            assertThat(Gunzip.of(snapshot.gzip().bytes()))
                    .isEqualTo(snapshot.plain().bytes());
        } while (!last);
        return longest;
    }

    private String text() {
        return new String(published.current().orElseThrow().plain().bytes(), US_ASCII);
    }

    @Test
    void theThreadPublishesWithinASecondAndEndsWhenClosed() {
        try (var refresh = new EdlRefresh("refresh", refresher::step)) {
            refresh.start();
            listed.list("198.51.100.7");

            await().atMost(Duration.ofSeconds(1))
                    .until(() -> published.current().isPresent() && text().equals("198.51.100.7\n"));
        }
        listed.list("198.51.100.8");
        assertThat(text()).isEqualTo("198.51.100.7\n");
    }

    /** What the database answers. */
    private static final class InMemory implements ListedAddresses {
        private final Set<Cidr> addresses = new ConcurrentSkipListSet<>();
        private final AtomicLong version = new AtomicLong(1);
        private volatile boolean down;
        private int reads;

        void list(String address) {
            addresses.add(Cidr.parse(address));
            change();
        }

        void clear() {
            addresses.clear();
            change();
        }

        void change() {
            version.incrementAndGet();
        }

        @Override
        public long version() {
            if (down) {
                throw new IllegalStateException("the database is away");
            }
            return version.get();
        }

        @Override
        public Listing listing() {
            reads++;
            long at = version.get();
            return new Listing(at, List.copyOf(addresses));
        }
    }
}
