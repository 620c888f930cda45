// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon a file that was idle is read, with hints that the test gives or keeps back. */
class AttentionTest extends FollowingTest {
    private static final Duration MOMENT = Duration.ofMillis(60);
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private final HintsInHand hints = new HintsInHand();

    @BeforeEach
    void followWithHints() throws IOException {
        bridge.stop();
        bridge = new Bridge(
                new FollowedFolders(List.of(folder)),
                Files.createDirectory(directory.resolve("state-2")),
                hints,
                kafka);
        append(log, "one\n");
        pass(Duration.ofSeconds(7)); // until it sleeps, and the folder was listed for the last time
    }

    @Test
    void whatIsHintedIsReadAtOnceAndNothingElseIsLookedAt() throws IOException {
        append(log, "two\n");
        step(MOMENT);
        assertThat(texts()).containsExactly("one");
        hints.changed.add(log);
        step(Duration.ZERO);
        assertThat(texts()).containsExactly("one", "two");
        assertThat(bridge.listener.told).doesNotContain("hints missed");
    }

    @Test
    void whatNoHintToldOfIsFoundByTheSweepAndThenAllAreLookedAtOften() throws IOException {
        append(log, "two\n");
        step(SWEEP);
        assertThat(texts()).containsExactly("one", "two");
        assertThat(bridge.listener.told).doesNotContain("hints missed"); // it may come yet
        pass(SWEEP.multipliedBy(2));
        assertThat(bridge.listener.told).containsOnlyOnce("hints missed");
        append(log, "three\n");
        step(MOMENT);
        assertThat(texts()).endsWith("three");
    }

    @Test
    void aHintThatComesLateIsNoReasonForDistrust() throws IOException {
        append(log, "two\n");
        step(SWEEP);
        hints.changed.add(log);
        pass(SWEEP.multipliedBy(2));
        assertThat(bridge.listener.told).doesNotContain("hints missed");
    }

    @Test
    void whenMoreHappenedThanWasHintedAllAreLookedAt() throws IOException {
        append(log, "two\n");
        hints.overflown = true;
        step(Duration.ZERO);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aFolderThatCanNotBeWatchedIsLookedAtOften() throws IOException {
        hints.limitReached = true;
        append(folder.resolve("PA-2.log"), "another\n"); // so that the folder is listed
        pass(Duration.ofSeconds(7));
        append(log, "two\n");
        step(MOMENT);
        assertThat(texts()).endsWith("two");
    }

    @Test
    void aFolderThatVanishedIsWatchedAgainWhenItReturns() throws IOException {
        Path away = directory.resolve("away");
        Files.move(folder, away);
        pass(Duration.ofSeconds(1));
        hints.watched.clear();
        Files.move(away, folder);
        pass(Duration.ofSeconds(7));
        assertThat(hints.watched).contains(folder.toRealPath());
        append(log, "two\n");
        hints.changed.add(log);
        step(Duration.ZERO);
        assertThat(texts()).containsExactly("one", "two");
    }

    /** So long later, as the loop does it: until nothing is to be done. */
    private void step(Duration later) {
        bridge.pass(later);
        bridge.runUntilIdle();
    }

    private static final class HintsInHand implements ChangeHints {
        private final Set<Path> changed = new HashSet<>();
        private final List<Path> watched = new ArrayList<>();
        private boolean overflown;
        private boolean limitReached;

        @Override
        public boolean watch(Path folder) throws IOException {
            if (limitReached) {
                throw new IOException("User limit of inotify watches reached");
            }
            watched.add(folder);
            return true;
        }

        @Override
        public boolean drainTo(Set<Path> all) {
            for (Path path : changed) {
                all.add(path);
            }
            changed.clear();
            boolean told = !overflown;
            overflown = false;
            return told;
        }

        @Override
        public void close() {
            changed.clear();
        }
    }
}
