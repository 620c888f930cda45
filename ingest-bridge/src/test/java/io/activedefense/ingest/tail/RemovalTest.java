// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import io.activedefense.ingest.checkpoint.Fingerprint;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovalTest extends FollowingTest {
    private static final Duration AFTER = Duration.ofMinutes(5);
    /** A folder that doesn't change is listed every so many looks, of which these tests make one a second. */
    private static final Duration LISTED_AGAIN = Duration.ofSeconds(125);

    private static final Instant WRITTEN = Instant.parse("2026-11-22T11:00:00Z");

    private Path rotated;

    @BeforeEach
    void removes() throws IOException {
        rotated = folder.resolve("PA-1.log.1");
        bridge = bridge("state-2", AFTER);
        bridge.settle();
    }

    @Test
    void aRotatedFileIsRemovedOnceKafkaHasAllOfItAndItsTimeIsOver() throws IOException {
        readRotateAndGoOn();
        pass(Duration.ofMinutes(4));
        assertThat(rotated).exists();
        pass(LISTED_AGAIN.plusMinutes(1));
        assertThat(rotated).doesNotExist();
        assertThat(folder).isDirectoryContaining("glob:**/PA-1.log").isDirectoryNotContaining("glob:**/*.log?*");
        assertThat(bridge.listener.told).contains("removed PA-1.log.1 of 4");
        append(log, "three\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void nothingIsRemovedUnlessItIsAskedFor() throws IOException {
        bridge.stop();
        bridge = bridge("state-3", null);
        readRotateAndGoOn();
        passAnHour();
        assertThat(rotated).exists();
    }

    @Test
    void timeAlsoPassesWhileTheBridgeIsDown() throws IOException {
        readRotateAndGoOn();
        pass(Duration.ofMinutes(1));
        bridge.stop();
        bridge.pass(AFTER);
        bridge.crash();
        pass(Duration.ofSeconds(2));
        assertThat(rotated).doesNotExist();
    }

    @Test
    void whatKafkaHasNotAcknowledgedStays() throws IOException {
        kafka.goAway();
        readRotateAndGoOn();
        passAnHour();
        assertThat(rotated).exists();
        kafka.comeBack();
        passAnHour();
        assertThat(rotated).doesNotExist();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aFileOfADeviceThatIsNotReadStays() throws IOException {
        kafka.wants("PA-1", false);
        readRotateAndGoOn();
        passAnHour();
        assertThat(rotated).exists();
    }

    @Test
    void anUnfinishedLineKeepsItsFile() throws IOException {
        append(log, "one\nunfini");
        rotate();
        append(log, "two\n");
        passAnHour();
        assertThat(rotated).exists();
        assertThat(bridge.progress()).hasSize(1);
    }

    @Test
    void whatWasRotatedBeforeWeCameStaysThoughItGrewSince() throws IOException {
        bridge.stop();
        append(rotated, "before we came\n");
        bridge = bridge("state-3", AFTER);
        bridge.settle();
        append(log, "one\n");
        append(rotated, "and since\n");
        written(rotated);
        passAnHour();
        assertThat(texts()).containsExactlyInAnyOrder("one", "and since");
        assertThat(rotated).exists();
    }

    @Test
    void aFileStaysUntilLinesOfItsSuccessorWereRead() throws IOException {
        append(log, "one\n");
        rotate();
        passAnHour();
        assertThat(rotated).exists();
        Files.createFile(log);
        passAnHour();
        assertThat(rotated).exists();
        append(log, "two\n");
        passAnHour();
        assertThat(rotated).doesNotExist();
    }

    @Test
    void aFileThatWasWrittenToAfterItsSuccessorStays() throws IOException {
        readRotateAndGoOn();
        Files.setLastModifiedTime(rotated, FileTime.from(Instant.now().plusSeconds(60)));
        passAnHour();
        assertThat(rotated).exists();
    }

    @Test
    void aCopyIsRemovedAsWell() throws IOException {
        append(log, "one\n");
        bridge.settle();
        Files.copy(log, rotated);
        written(rotated);
        truncate(log);
        append(log, "two\n");
        passAnHour();
        assertThat(rotated).doesNotExist();
        assertThat(log).hasContent("two");
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void theNewestStaysAsAMarkWhileOneStaysThatIsNotOurs() throws IOException {
        readRotateAndGoOn();
        Path archive = folder.resolve("PA-1.log.7");
        append(archive, "unpacked to look at it\n");
        passAnHour();
        assertThat(rotated).exists();
        truncate(log);
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two");
        append(log, "three\n");
        Files.delete(archive);
        passAnHour();
        assertThat(rotated).doesNotExist();
    }

    @Test
    void onlyWhatHasARotatedFilesNameIsRemovedAndNoLink() throws IOException {
        Path kept = folder.resolve("PA-1.log.kept");
        Path target = directory.resolve("target");
        append(target, "one\n");
        Files.createSymbolicLink(folder.resolve("PA-1.log.2"), target);
        append(log, "one\n");
        bridge.settle();
        Files.move(log, kept);
        written(kept);
        append(log, "two\n");
        passAnHour();
        assertThat(kept).exists();
        assertThat(target).exists();
        assertThat(folder.resolve("PA-1.log.2")).isSymbolicLink();
    }

    @Test
    void whatACrashLeftAsideIsRemoved() throws IOException {
        readRotateAndGoOn();
        pass(Duration.ofMinutes(1));
        bridge.stop();
        Path aside = folder.resolve("PA-1.log-0.%05d".formatted(place(rotated).inode()));
        Files.move(rotated, aside);
        bridge.crash();
        passAnHour();
        assertThat(aside).doesNotExist();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void whatCanNotBeRemovedIsToldOnceAndTriedAgain() throws IOException {
        readRotateAndGoOn();
        Path inTheWay = Files.createDirectory(
                folder.resolve("PA-1.log-0.%05d".formatted(place(rotated).inode())));
        passAnHour();
        assertThat(rotated).exists();
        assertThat(bridge.listener.told).containsOnlyOnce("not removed PA-1.log.1");
        Files.delete(inTheWay);
        passAnHour();
        assertThat(rotated).doesNotExist();
    }

    @Test
    void otherBytesInItsPlaceAreNotRemoved() throws IOException {
        readRotateAndGoOn();
        pass(Duration.ofMinutes(1));
        Files.writeString(rotated, "1ne\n"); // as many, at the same time
        written(rotated);
        passAnHour();
        assertThat(rotated).hasContent("1ne");
    }

    @Test
    void aFileThatGotTheNameInThisVeryMomentIsPutBack() throws IOException {
        append(log, "two\n");
        append(rotated, "one\n");
        written(rotated);
        var found = List.of(found(log), found(rotated));
        var read = new FileCheckpoint(
                found(rotated).key().life(1),
                log.toString(),
                Fingerprint.of(Files.readAllBytes(rotated), 4),
                4,
                LineCounts.NONE,
                WRITTEN,
                null,
                true);
        Path next = folder.resolve("PA-1.log.2");
        Files.move(rotated, next);
        append(rotated, "one\nand what nobody has read");

        var removal = new Removal(AFTER, new Roots(List.of(folder)), bridge.listener);
        removal.removeOne(LogFamily.in(found, Set.of(), place -> Optional.empty()), known(read), Instant.now());

        assertThat(rotated).hasContent("one\nand what nobody has read");
        assertThat(next).exists();
        assertThat(bridge.listener.told).contains("not removed PA-1.log.1");
    }

    private static Removal.Known known(FileCheckpoint read) {
        return new Removal.Known() {
            @Override
            public Optional<FileCheckpoint> finished(FilePlace place) {
                return Optional.of(read).filter(file -> file.place().equals(place));
            }

            @Override
            public boolean isRead(FilePlace place) {
                return true;
            }

            @Override
            public boolean isMark(FoundFile file, Path log) {
                return true;
            }
        };
    }

    private void readRotateAndGoOn() throws IOException {
        append(log, "one\n");
        bridge.settle();
        rotate();
        append(log, "two\n");
    }

    /** Bytes written within one tick of the disk's clock have the same time. */
    private void rotate() throws IOException {
        written(log);
        Files.move(log, rotated);
    }

    private static void written(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private void passAnHour() {
        bridge.settle();
        pass(Duration.ofSeconds(35));
        bridge.pass(Duration.ofHours(1));
        pass(LISTED_AGAIN);
    }

    private static FoundFile found(Path file) throws IOException {
        return FoundFile.at(file, file.toRealPath()).orElseThrow();
    }

    private static FilePlace place(Path file) throws IOException {
        return found(file).key();
    }

    private Bridge bridge(String state, @Nullable Duration removeRotatedAfter) throws IOException {
        return new Bridge(
                new FollowedFolders(List.of(folder), removeRotatedAfter),
                Files.createDirectory(directory.resolve(state)),
                ChangeHints.NONE,
                kafka);
    }
}
