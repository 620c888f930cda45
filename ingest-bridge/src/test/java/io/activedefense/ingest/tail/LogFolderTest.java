// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogFolderTest extends FollowingTest {
    @Test
    void aNewFileIsFoundWithinASecond() throws IOException {
        bridge.settle();
        append(log, "one\n");
        for (int quarter = 0; quarter < 4; quarter++) {
            bridge.pass(Duration.ofMillis(250));
            bridge.runUntilIdle();
        }
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void onlyLogsAreFollowedAndNoSymbolicLinks() throws IOException {
        append(folder.resolve("PA-1.log.1"), "rotated before we came\n");
        append(folder.resolve("notes.txt"), "no log\n");
        append(folder.resolve(".log"), "no device\n");
        append(directory.resolve("elsewhere"), "secret\n");
        Files.createSymbolicLink(folder.resolve("link.log"), directory.resolve("elsewhere"));
        bridge.settle();
        assertThat(texts()).isEmpty();
    }

    @Test
    void theFolderMayAppearLaterAndVanishForAWhile() throws IOException {
        Path away = directory.resolve("away");
        Files.move(folder, away);
        bridge.settle();
        Files.move(away, folder);
        append(log, "one\n");
        bridge.settle();
        Files.move(folder, away);
        bridge.settle();
        Files.move(away, folder);
        append(log, "two\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two");
        assertThat(bridge.listener.told)
                .containsExactly(
                        "folder unreadable",
                        "folder readable",
                        "following PA-1.log from 0",
                        "folder unreadable",
                        "folder readable");
    }

    @Test
    void aLinkThatLeadsOutOfTheFoldersIsRefusedAndToldOnce() throws IOException {
        append(directory.resolve("secret.log"), "secret\n");
        Files.createSymbolicLink(folder.resolve("PA-9.log"), directory.resolve("secret.log"));
        bridge.settle();
        append(log, "one\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        assertThat(bridge.listener.told).containsExactly("refused PA-9.log", "following PA-1.log from 0");
        assertThat(bridge.refused()).isEqualTo(1);
        Files.delete(folder.resolve("PA-9.log"));
        bridge.settle();
        assertThat(bridge.refused()).isZero();
    }

    @Test
    void aLinkToAFileBelowAFolderIsRefusedToo() throws IOException {
        append(Files.createDirectory(folder.resolve("deeper")).resolve("PA-2.log"), "secret\n");
        Files.createSymbolicLink(
                folder.resolve("PA-9.log"), folder.resolve("deeper").resolve("PA-2.log"));
        bridge.settle();
        assertThat(texts()).isEmpty();
        assertThat(bridge.listener.told).containsExactly("refused PA-9.log");
    }

    @Test
    void aLinkWithinTheFoldersIsFollowedUnderItsOwnName() throws IOException {
        append(folder.resolve("PA-1.current"), "one\n");
        Files.createSymbolicLink(log, folder.resolve("PA-1.current"));
        bridge.settle();
        append(folder.resolve("PA-1.current"), "two\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two");
        assertThat(bridge.listener.told).containsExactly("following PA-1.log from 0");
    }

    @Test
    void aFolderMayItselfBeALink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
        bridge = new Bridge(
                new FollowedFolders(List.of(link)),
                Files.createDirectory(directory.resolve("state-2")),
                ChangeHints.NONE,
                kafka);
        append(log, "one\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        assertThat(bridge.progress().getFirst().file().path()).isEqualTo(link.resolve("PA-1.log"));
    }

    @Test
    void severalFoldersAreFollowedEachForItself() throws IOException {
        Path other = directory.resolve("other");
        bridge = new Bridge(
                new FollowedFolders(List.of(folder, other)),
                Files.createDirectory(directory.resolve("state-2")),
                ChangeHints.NONE,
                kafka);
        append(log, "one\n");
        bridge.settle();
        append(Files.createDirectory(other).resolve("PA-1.log"), "elsewhere\n");
        bridge.settle();
        Files.move(folder, directory.resolve("away"));
        append(other.resolve("PA-1.log"), "still there\n");
        bridge.settle();
        Files.move(directory.resolve("away"), folder);
        append(log, "two\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "elsewhere", "still there", "two");
        assertThat(bridge.listener.told)
                .containsExactly(
                        "following PA-1.log from 0",
                        "folder unreadable",
                        "folder readable",
                        "following PA-1.log from 0",
                        "folder unreadable",
                        "folder readable");
    }

    @Test
    void aFileThatMayNotBeReadIsReadOnceItMay() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may read everything")
                .isNotEqualTo("root");
        append(log, "one\n");
        Files.setPosixFilePermissions(log, Set.of());
        bridge.settle();
        bridge.settle();
        assertThat(bridge.listener.told).containsExactly("unreadable PA-1.log");
        Files.setPosixFilePermissions(log, Set.of(PosixFilePermission.OWNER_READ));
        pass(Duration.ofSeconds(31));
        assertThat(texts()).containsExactly("one");
    }
}
