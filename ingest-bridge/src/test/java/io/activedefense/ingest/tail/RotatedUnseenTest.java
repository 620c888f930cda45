// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that were made or cut, and rotated, while nobody looked. */
class RotatedUnseenTest extends FollowingTest {

    @BeforeEach
    void hasSeenTheFolder() throws IOException {
        append(log, "one\n");
        bridge.settle();
        bridge.stop();
    }

    @Test
    void aLogThatWasMadeAndRenamedWhileTheBridgeWasDownIsReadInItsPlace() throws IOException {
        append(log, "two\n");
        Files.move(log, folder.resolve("PA-1.log.2"));
        append(folder.resolve("PA-1.log.1"), "three\n");
        append(log, "four\n");
        comeUp();
        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void fourRotationsByDateAreReadFromTheOldestOn() throws IOException {
        append(log, "two\n");
        Files.move(log, folder.resolve("PA-1.log-20261119"));
        append(folder.resolve("PA-1.log-20261122"), "five\n");
        append(folder.resolve("PA-1.log-20261120"), "three\n");
        append(folder.resolve("PA-1.log-20261121"), "four\n");
        comeUp();
        assertThat(texts()).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void aFirewallThatIsNewAndRotatedWhileTheBridgeWasDownIsReadToo() throws IOException {
        append(folder.resolve("PA-2.log.1"), "new and rotated\n");
        comeUp();
        assertThat(texts()).containsExactly("one", "new and rotated");
        assertThat(bridge.progress())
                .extracting(progress -> progress.file().device())
                .containsExactlyInAnyOrder("PA-1", "PA-2");
    }

    @Test
    void aLogThatWasCopiedAndCutWhileTheBridgeWasDownIsReadOnInTheCopy() throws IOException {
        append(log, "two\n");
        Files.copy(log, folder.resolve("PA-1.log.1"));
        truncate(log);
        append(log, "three\n");
        comeUp();
        assertThat(texts()).containsExactly("one", "two", "three");
        bridge.restart();
        bridge.settle();
        assertThat(texts()).hasSize(3);
    }

    @Test
    void aLogThatWasCopiedAndCutWhileKafkaWasAwayIsReadOnInTheCopy() throws IOException {
        comeUp();
        kafka.goAway();
        append(log, "x".repeat(999).concat("\n").repeat(5_000));
        bridge.settle();
        Files.copy(log, folder.resolve("PA-1.log.1"));
        truncate(log);
        append(log, "last\n");
        bridge.settle();
        kafka.comeBack();
        bridge.settle();
        assertThat(texts()).hasSize(5_002).endsWith("last");
        assertThat(bridge.listener.told).contains("truncated PA-1.log unread 0");
    }

    @Test
    void aCopyThatIsStillBeingMadeIsNotReadAsALogOfItsOwn() throws IOException {
        comeUp();
        Files.createFile(folder.resolve("PA-1.log.1"));
        bridge.settle();
        append(folder.resolve("PA-1.log.1"), "on");
        bridge.settle();
        append(folder.resolve("PA-1.log.1"), "e\n");
        bridge.settle();
        truncate(log);
        append(log, "the next\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "the next");
    }

    @Test
    void whatIsOlderThanWhatWasReadIsNotRead() throws IOException {
        append(folder.resolve("PA-1.log.3"), "unpacked to look at it\n");
        append(folder.resolve("PA-1.log-2026"), "no date\n");
        append(folder.resolve("PA-1.log.bak"), "no rotation\n");
        comeUp();
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void whatWasRotatedBeforeTheFirstLookIsNotRead() throws IOException {
        append(folder.resolve("PA-2.log.1"), "before we came\n");
        append(folder.resolve("PA-2.log"), "live\n");
        bridge = new Bridge(folder, Files.createDirectory(directory.resolve("state-2")), kafka);
        bridge.settle();
        assertThat(texts()).contains("live").doesNotContain("before we came");
        Files.delete(folder.resolve("PA-2.log"));
        bridge.restart();
        append(folder.resolve("PA-2.log"), "next\n");
        bridge.settle();
        assertThat(texts()).endsWith("next").doesNotContain("before we came");
    }

    @Test
    void aFileThatWasCompressedBeforeItWasReadIsTold() throws IOException {
        FileTime checkpoint = Files.getLastModifiedTime(directory.resolve("state/checkpoint.json"));
        append(folder.resolve("PA-1.log.2.gz"), "read before");
        append(folder.resolve("PA-1.log.1.gz"), "never read");
        Files.setLastModifiedTime(
                folder.resolve("PA-1.log.2.gz"),
                FileTime.from(checkpoint.toInstant().minusSeconds(1)));
        Files.setLastModifiedTime(
                folder.resolve("PA-1.log.1.gz"),
                FileTime.from(checkpoint.toInstant().plusSeconds(1)));
        comeUp();
        bridge.settle();
        assertThat(bridge.listener.told)
                .filteredOn(told -> told.startsWith("compressed"))
                .containsExactly("compressed unread PA-1.log.1.gz");
    }

    @Test
    void aLogThatWasDeletedAndMadeAgainIsReadFromItsBeginning() throws IOException {
        Files.delete(log);
        append(log, "another\n");
        comeUp();
        assertThat(texts()).containsExactly("one", "another");
    }

    @Test
    void anInodeThatAnotherFirewallsLogGotIsAnotherFile() throws IOException {
        Path emptyLog = folder.resolve("PA-2.log");
        comeUp();
        Files.createFile(emptyLog);
        bridge.settle();
        bridge.stop();
        Files.move(emptyLog, folder.resolve("PA-3.log")); // as if its inode were given again
        append(folder.resolve("PA-3.log"), "three\n");
        Files.move(log, folder.resolve("PA-4.log"));
        truncate(folder.resolve("PA-4.log"));
        append(folder.resolve("PA-4.log"), "four\n");
        comeUp();
        assertThat(texts()).containsExactlyInAnyOrder("one", "three", "four");
        assertThat(bridge.progress())
                .extracting(progress -> progress.file().device())
                .containsExactlyInAnyOrder("PA-3", "PA-4");
    }

    private void comeUp() {
        bridge.crash();
        bridge.settle();
    }
}
