// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.event.FileIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    @TempDir
    Path directory;

    private Path file;
    private Path beside;

    @BeforeEach
    void names() {
        file = directory.resolve("checkpoint.json");
        beside = directory.resolve("checkpoint.json.new");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        new CheckpointFile(directory).write(at(4711));
        assertThat(new CheckpointFile(directory).read()).contains(at(4711));
    }

    @Test
    void thereIsNoneAtFirst() throws IOException {
        assertThat(new CheckpointFile(directory).read()).isEmpty();
    }

    @Test
    void theDiskIsTouchedOnlyWhenSomethingChanged() throws IOException {
        var checkpoints = new CheckpointFile(directory);
        assertThat(checkpoints.write(at(1))).isTrue();
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(checkpoints.write(at(1))).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(checkpoints.write(at(2))).isTrue();
    }

    @Test
    void aCrashAtAnyByteOfWritingLeavesTheOneBeforeOrTheNewOne() throws IOException {
        new CheckpointFile(directory).write(at(2));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            new CheckpointFile(directory).write(at(1));
            Files.write(beside, Arrays.copyOf(whole, length));
            var read = new CheckpointFile(directory).read();
            assertThat(read).contains(length == whole.length ? at(2) : at(1));
        }
    }

    @Test
    void aLeftoverThatIsWholeSurvivesTheNextCrash() throws IOException {
        new CheckpointFile(directory).write(at(2));
        Files.move(file, beside);
        assertThat(new CheckpointFile(directory).read()).contains(at(2));
        Files.write(beside, new byte[7]);
        assertThat(new CheckpointFile(directory).read()).contains(at(2));
    }

    @Test
    void aDamagedOneIsPutAsideAndNothingIsKnown() throws IOException {
        Files.writeString(file, "{\"version\":1,\"files\":[{\"ident");
        assertThat(new CheckpointFile(directory).read()).isEmpty();
        assertThat(directory.resolve("checkpoint.json.damaged")).exists();
    }

    @Test
    void oneOfTheFirstLayoutIsRead() throws IOException {
        Files.writeString(file, """
                {"version":1,"firstGeneration":5,"files":[{"identity":{"device":1,"inode":2,"generation":3},
                "log":"PA-1.log","head":{"length":0,"hash":""},"offset":7,"counts":{"lines":1,"deadLetters":{}}}]}""");
        var read = new CheckpointFile(directory).read().orElseThrow();
        assertThat(read.folders()).isEmpty();
        assertThat(read.files()).singleElement().satisfies(known -> {
            assertThat(known.place()).isEqualTo(new FilePlace(1, 2));
            assertThat(known.offset()).isEqualTo(7);
            assertThat(known.readFromStart())
                    .as("which nobody noted then, so that it is never removed")
                    .isFalse();
        });
    }

    @Test
    void oneOfANewerVersionIsRefusedByName() throws IOException {
        Files.writeString(file, "{\"version\":3,\"anything\":{}}");
        assertThatThrownBy(() -> new CheckpointFile(directory).read())
                .isInstanceOf(NewerCheckpointException.class)
                .hasMessage(file + " was written by a newer version of Active Defense (layout 3, this version reads 2):"
                        + " start that version or a newer one");
        assertThat(file).exists();
    }

    @Test
    void aStateDirectoryServesOneBridgeAtATime() throws IOException {
        try (var first = StateDirectory.take(directory.resolve("state"))) {
            assertThat(first.checkpointFile().read()).isEmpty();
            assertThatThrownBy(() -> StateDirectory.take(directory.resolve("state")))
                    .hasMessageEndingWith("state is in use by another ingest bridge");
        }
        StateDirectory.take(directory.resolve("state")).close();
    }

    private static Checkpoint at(long offset) {
        var identity = new FileIdentity(0xfd01, 42, 3);
        var counts = new LineCounts(17, Map.of("too-long", 2L));
        var head = Fingerprint.of(new byte[] {1, 2, 3}, 3);
        return new Checkpoint(
                5,
                List.of("/logs"),
                List.of(
                        new FileCheckpoint(identity, "/logs/PA-1.log", head, offset, counts, null, null, true),
                        new FileCheckpoint(
                                new FileIdentity(0xfd01, 43, 1),
                                "/logs/PA-2.log",
                                head,
                                offset,
                                counts,
                                Instant.EPOCH,
                                new FilePlace(0xfd01, 44),
                                false)));
    }
}
