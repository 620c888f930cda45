// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel of this machine tells, whose time is its own. */
class KernelHintsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More than a watched folder's queue holds between two looks. */
    private static final int MANY = 1_500;

    @TempDir
    private Path directory = Path.of("");

    private final Set<Path> changed = new HashSet<>();
    private Path folder;
    private ChangeHints hints;

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createDirectory(directory.toRealPath().resolve("logs"));
        hints = KernelHints.orNone(folder);
        assertThat(hints.watch(folder)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        hints.close();
    }

    @Test
    void aWriteIsToldByThePathOfItsFile() throws IOException {
        assertTold(folder.resolve("PA-1.log"));
        changed.clear();
        assertTold(folder.resolve("PA-2.log"));
        assertThat(changed).doesNotContain(folder.resolve("PA-1.log"));
    }

    @Test
    void aFolderThatIsWatchedTwiceTellsStill() throws IOException {
        hints.watch(folder);
        assertTold(folder.resolve("PA-1.log"));
    }

    @Test
    void aFolderThatWasDeletedAndMadeAgainTellsOnceItIsWatchedAgain() throws IOException {
        Files.delete(folder);
        Files.createDirectory(folder);
        hints.drainTo(changed);
        hints.watch(folder);
        assertTold(folder.resolve("PA-1.log"));
    }

    @Test
    void aFolderThatWasAwayTellsOnceItIsWatchedAgain() throws IOException {
        Path away = directory.resolve("away");
        Files.move(folder, away);
        assertThatThrownBy(() -> hints.watch(folder)).isInstanceOf(NoSuchFileException.class);
        Files.move(away, folder);
        hints.watch(folder);
        assertTold(folder.resolve("PA-1.log"));
    }

    @Test
    void anotherFolderInItsPlaceTellsAndTheOldOneNoMore() throws IOException {
        Path old = Files.move(folder, directory.resolve("old"));
        Files.createDirectory(folder);
        hints.watch(folder);
        write(old.resolve("PA-1.log"));
        assertTold(folder.resolve("PA-2.log"));
        assertThat(changed).doesNotContain(folder.resolve("PA-1.log"));
    }

    @Test
    void moreThanThereIsRoomForIsToldAsAll() {
        await().atMost(PATIENCE).until(() -> {
            for (int i = 0; i < MANY; i++) {
                write(folder.resolve("PA-" + i + ".log"));
            }
            return !hints.drainTo(changed);
        });
        await().atMost(PATIENCE).until(() -> hints.drainTo(changed)); // and hints go on
    }

    @Test
    void whereTheKernelGivesNoWatchServiceThereAreNoHints() throws IOException {
        var none = KernelHints.orNone(() -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        });
        assertThat(none.watch(folder)).isFalse();
        assertThat(none.drainTo(changed)).isTrue();
        assertThat(changed).isEmpty();
    }

    private void assertTold(Path file) throws IOException {
        write(file);
        await().atMost(PATIENCE).until(() -> hints.drainTo(changed) && changed.contains(file));
    }

    private static void write(Path file) throws IOException {
        Files.writeString(file, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
