// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.ingest.tail.InMemoryKafka.Arrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    @TempDir
    Path directory;

    private final InMemoryKafka kafka = new InMemoryKafka();
    private Path folder;
    private Path log;
    private Bridge bridge;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(directory.resolve("logs"));
        log = folder.resolve("PA-1.log");
        bridge = new Bridge(folder, Files.createDirectory(directory.resolve("state")), kafka);
    }

    @Test
    void aFileIsReadFromItsBeginning() throws IOException {
        append(log, "one\ntwo\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two");
    }

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
    void aFileWhoseLinesAreNotWantedKeepsThemUntilTheyAre() throws IOException {
        append(log, "one\n");
        bridge.settle();
        kafka.wants("PA-1", false);
        append(log, "two\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        kafka.wants("PA-1", true);
        append(log, "three\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void anUnfinishedLineWaitsForItsEnd() throws IOException {
        append(log, "one\nsecond h");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        append(log, "alf\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "second half");
    }

    @Test
    void aLineKnowsWhereItStands() throws IOException {
        append(log, "one\r\n\ntwo\n");
        bridge.settle();
        var identities = kafka.inEffect().stream().flatMap(List::stream).map(Arrived::identity);
        FileIdentity file = bridge.progress().getFirst().file().identity();
        assertThat(identities)
                .containsExactlyInAnyOrder(
                        new LineIdentity(file, 0, 4), new LineIdentity(file, 5, 0), new LineIdentity(file, 6, 3));
    }

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

    @Test
    void aHoleBeforeALineIsPassedOver() throws IOException {
        append(log, "\0".repeat(300_000) + "after a hole\nnext\n");
        bridge.settle();
        assertThat(texts()).containsExactly("after a hole", "next");
    }

    @Test
    void aLineThatIsTooLongIsHandedOverByItsBeginningAndTheNextIsIntact() throws IOException {
        append(log, "one\n" + "x".repeat(Tailer.LONGEST_LINE) + "\n" + "y".repeat(1_000_000) + "\nlast\n");
        bridge.settle();
        assertThat(texts())
                .containsExactly("one", "x".repeat(Tailer.LONGEST_LINE), "y".repeat(Tailer.LONGEST_LINE), "last");
        assertThat(kafka.inEffect().stream()
                        .flatMap(List::stream)
                        .map(line -> line.identity().length()))
                .containsExactlyInAnyOrder(3, Tailer.LONGEST_LINE, 1_000_000, 4);
    }

    @Test
    void aLineThatGrowsTooLongInPiecesIsOneLine() throws IOException {
        for (int piece = 0; piece < 10; piece++) {
            append(log, "y".repeat(50_000));
            bridge.settle();
        }
        append(log, "\nlast\n");
        bridge.settle();
        assertThat(texts()).containsExactly("y".repeat(Tailer.LONGEST_LINE), "last");
    }

    @Test
    void nothingIsReadTwiceAfterARestart() throws IOException {
        append(log, "one\n");
        bridge.settle();
        bridge.restart();
        append(log, "two\n");
        bridge.settle();
        assertThat(bridge.listener.told).containsExactly("following PA-1.log from 0", "following PA-1.log from 4");
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void whatWasNotAcknowledgedIsReadAgainAfterACrashUnderTheSameIdentity() throws IOException {
        append(log, "one\n");
        bridge.settle();
        kafka.goAway();
        append(log, "two\nthree\n");
        bridge.settle();
        kafka.loseConnection(1);
        bridge.crash();
        kafka.comeBack();
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
        assertThat(bridge.listener.told).last().isEqualTo("following PA-1.log from 4");
    }

    @Test
    void readingWaitsWhileKafkaIsAwayAndGoesOnAfter() throws IOException {
        kafka.goAway();
        append(log, "x".repeat(999).concat("\n").repeat(5_000));
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isEqualTo(5_000_000);
        assertThat(kafka.hasRoom()).isFalse();
        append(log, "more\n");
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isEqualTo(5_000_005);
        kafka.comeBack();
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isZero();
        assertThat(kafka.inEffect().stream().mapToInt(List::size).sum()).isEqualTo(5_001);
    }

    @Test
    void oneBusyFileDoesNotStarveTheOthers() throws IOException {
        append(folder.resolve("busy.log"), "x".repeat(999).concat("\n").repeat(5_000));
        append(folder.resolve("quiet.log"), "one\n");
        bridge.pass(Duration.ofSeconds(1));
        for (int round = 0; round < 3; round++) {
            bridge.step();
        }
        assertThat(texts()).contains("one").hasSizeLessThan(1_000);
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

    private void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            bridge.pass(Duration.ofSeconds(1));
            bridge.runUntilIdle();
        }
    }

    private List<String> texts() {
        return kafka.inEffect().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Arrived::number))
                .map(Arrived::text)
                .toList();
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), CREATE, APPEND);
    }

    private static void truncate(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }
}
