// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotationTest extends FollowingTest {
    @Test
    void aRenamedFileIsReadToItsEndBeforeItsSuccessor() throws IOException {
        append(log, "one\n");
        bridge.settle();
        append(log, "two\n");
        Files.move(log, folder.resolve("PA-1.log.1"));
        append(log, "three\n");
        append(folder.resolve("PA-1.log.1"), "written before rsyslog was told\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "written before rsyslog was told", "three");
        assertThat(bridge.progress())
                .extracting(progress -> progress.file().device())
                .containsOnly("PA-1");
    }

    @Test
    void aLongRenamedFileIsReadToItsEndBeforeItsSuccessor() throws IOException {
        kafka.goAway();
        append(log, "old ".repeat(250).concat("\n").repeat(5_000));
        bridge.settle();
        Files.move(log, folder.resolve("PA-1.log.1"));
        append(log, "new\n".repeat(10));
        bridge.settle();
        kafka.comeBack();
        bridge.settle();
        assertThat(texts()).hasSize(5_010);
        assertThat(texts().subList(5_000, 5_010)).containsOnly("new");
    }

    @Test
    void aFileThatWasRenamedWhileTheBridgeWasDownIsReadToItsEnd() throws IOException {
        append(log, "one\n");
        bridge.settle();
        bridge.stop();
        append(log, "two\n");
        Files.move(log, folder.resolve("PA-1.log.1"));
        append(log, "three\n");
        bridge.crash();
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void aRenamedFileIsLetGoWhenItIsReadAndNobodyWritesToItAnyMore() throws IOException {
        append(log, "one\n");
        bridge.settle();
        Files.delete(log);
        pass(Duration.ofSeconds(29));
        assertThat(bridge.progress()).hasSize(1);
        pass(Duration.ofSeconds(30));
        assertThat(bridge.progress()).isEmpty();
        assertThat(bridge.listener.told).contains("retired PA-1.log unread 0");
    }

    @Test
    void whatWasReadOfALogIsCountedAcrossItsFilesAndLives() throws IOException {
        append(log, "one\ntwo\n");
        bridge.settle();
        Files.move(log, folder.resolve("PA-1.log.1"));
        append(log, "three\n");
        bridge.settle();
        assertThat(linesOfAllFiles()).isEqualTo(3);
        pass(Duration.ofMinutes(1));
        assertThat(bridge.progress()).hasSize(1);
        assertThat(linesOfAllFiles()).isEqualTo(3);

        Files.writeString(log, "");
        bridge.settle();
        append(log, "four\n");
        bridge.settle();
        assertThat(linesOfAllFiles()).isEqualTo(4);
        bridge.restart();
        bridge.settle();
        assertThat(linesOfAllFiles()).isEqualTo(4);
    }

    private long linesOfAllFiles() {
        return bridge.progress().stream()
                .mapToLong(progress -> progress.counts().lines())
                .sum();
    }

    @Test
    void aCopyThatHasTheInodeOfAFileOfWhichOneByteWasSeenIsStillACopy() throws IOException {
        append(log, "l");
        bridge.settle();
        Path inode = folder.resolveSibling("inode");
        Files.move(log, inode);
        append(log, "line one\nline two\n");
        pass(Duration.ofMinutes(11));
        bridge.restart();
        bridge.settle();

        Files.writeString(inode, Files.readString(log));
        Files.move(inode, folder.resolve("PA-1.log-20261101"));
        Files.writeString(log, "");
        bridge.settle();
        append(log, "line three\n");
        bridge.settle();

        assertThat(texts()).containsExactly("line one", "line two", "line three");
    }

    @Test
    void anOldArchiveIsNotReadAgainForBeginningAsALogThatWasCutBeforeItsFirstLineEnded() throws IOException {
        append(log, "line one\n");
        bridge.settle();
        Files.move(log, folder.resolve("PA-1.log-20261101"));
        append(log, "line two\n");
        bridge.settle();
        Files.move(log, folder.resolve("PA-1.log-20261102"));
        pass(Duration.ofMinutes(1));
        bridge.pass(Duration.ofDays(8));
        bridge.settle();
        append(log, "l");
        bridge.settle();
        bridge.stop();
        Files.writeString(log, "");
        bridge.crash();
        bridge.settle();

        assertThat(texts()).containsExactly("line one", "line two");
        assertThat(bridge.listener.told)
                .filteredOn(told -> told.equals("following PA-1.log from 0"))
                .hasSize(4);
    }

    @Test
    void linesThatWereCopiedAndCutWhileOnlyTheBeginningOfTheFirstWasKnownAreRead() throws IOException {
        append(log, "l");
        bridge.settle();
        append(log, "ine one\nline two\n");
        Files.copy(log, folder.resolve("PA-1.log-20261101"));
        Files.writeString(log, "line three, which is longer than what was there\n");
        bridge.settle();

        assertThat(texts()).containsExactly("line one", "line two", "line three, which is longer than what was there");
    }

    @Test
    void aLogIsGoneWhenItsNameWasAwayForAWeek() throws IOException {
        append(log, "one\n");
        bridge.settle();
        Files.move(log, folder.resolve("PA-1.log.1")); // which is remembered for ever, as the newest
        pass(Duration.ofMinutes(1));
        bridge.pass(Duration.ofDays(7));
        assertThat(bridge.gone()).isEmpty();
        pass(Duration.ofMinutes(3));
        assertThat(bridge.gone()).containsExactly(log);
        bridge.restart();
        bridge.settle();
        assertThat(bridge.gone()).containsExactly(log);
        append(log, "two\n");
        bridge.settle();
        assertThat(bridge.gone()).isEmpty();
    }

    @Test
    void aRenamedFileIsGivenTimeToFinishItsLastLine() throws IOException {
        append(log, "one\nnever finished");
        bridge.settle();
        Files.delete(log);
        pass(Duration.ofMinutes(9));
        assertThat(bridge.progress()).hasSize(1);
        pass(Duration.ofMinutes(2));
        assertThat(bridge.progress()).isEmpty();
        assertThat(bridge.listener.told).contains("retired PA-1.log unread 14");
    }

    @Test
    void aCutFileIsReadFromItsBeginningUnderANewGeneration() throws IOException {
        append(log, "a long first line\n");
        bridge.settle();
        var before = bridge.progress().getFirst().file().identity();
        truncate(log);
        append(log, "short\n");
        bridge.settle();
        var after = bridge.progress().getFirst().file().identity();
        assertThat(texts()).containsExactly("a long first line", "short");
        assertThat(after).isEqualTo(new FileIdentity(before.device(), before.inode(), before.generation() + 1));
        assertThat(bridge.listener.told).contains("truncated PA-1.log unread 0");
    }

    @Test
    void aCutIsSeenThoughTheFileGrewBeyondWhereItWasReadTo() throws IOException {
        append(log, "short\n");
        bridge.settle();
        truncate(log);
        append(log, "longer than what was there before\nand more\n");
        bridge.settle();
        assertThat(texts()).containsExactly("short", "longer than what was there before", "and more");
    }

    @Test
    void aCutIsSeenThoughTheBridgeWasDown() throws IOException {
        append(log, "short\n");
        bridge.settle();
        bridge.stop();
        truncate(log);
        append(log, "longer than what was there before\n");
        bridge.crash();
        bridge.settle();
        assertThat(texts()).containsExactly("short", "longer than what was there before");
    }
}
