// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.edl.SnapshotFile.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFileTest {
    private static final Instant MODIFIED = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private SnapshotFile file;
    private Path onDisk;

    @BeforeEach
    void createFile() {
        file = new SnapshotFile(folder.resolve("state"), "blacklist");
        onDisk = folder.resolve("state/blacklist.edl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "198.51.100.7\n", "198.51.100.7\n2001:db8::/64\n"})
    void whatWasWrittenIsReadWithItsTagAndDate(String text) throws IOException {
        var written = new EdlSnapshot(text.getBytes(US_ASCII), 2, MODIFIED);

        file.write(written, "");

        var read = intact();
        assertThat(read.plain().bytes()).asString(US_ASCII).isEqualTo(text);
        assertThat(read.plain().etag()).isEqualTo(written.plain().etag());
        assertThat(read.gzip().etag()).isEqualTo(written.gzip().etag());
        assertThat(read.modified()).isEqualTo(MODIFIED);
        assertThat(read.entries()).isEqualTo(2);
    }

    @Test
    void theNewOneReplacesTheOldOne() throws IOException {
        file.write(new EdlSnapshot("192.0.2.1\n192.0.2.2\n".getBytes(US_ASCII), 2, MODIFIED), "");
        file.write(new EdlSnapshot("192.0.2.9\n".getBytes(US_ASCII), 1, MODIFIED.plusSeconds(5)), "");

        assertThat(intact().plain().bytes()).asString(US_ASCII).isEqualTo("192.0.2.9\n");
        try (var left = Files.list(onDisk.getParent())) {
            assertThat(left).containsExactly(onDisk);
        }
    }

    @Test
    void withoutAFileThereIsNothing() throws IOException {
        assertThat(file.read()).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void aTornFileIsNeverServedWhereverItWasTorn() throws IOException {
        file.write(new EdlSnapshot("192.0.2.1\n192.0.2.2\n".getBytes(US_ASCII), 2, MODIFIED), "");
        byte[] whole = Files.readAllBytes(onDisk);

        for (int length = 0; length < whole.length; length++) {
            Files.write(onDisk, Arrays.copyOf(whole, length));
            assertThat(file.read()).as("cut to %s bytes", length).isInstanceOf(Found.Unusable.class);
        }
    }

    @Test
    void aSingleChangedByteIsNoticedWhereverItIs() throws IOException {
        file.write(new EdlSnapshot("192.0.2.1\n".getBytes(US_ASCII), 1, MODIFIED), "");
        byte[] whole = Files.readAllBytes(onDisk);

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(onDisk, damaged);
            assertThat(file.read()).as("byte %s changed", at).isInstanceOf(Found.Unusable.class);
        }
    }

    @Test
    void aNewerFormatIsNamed() throws IOException {
        Files.createDirectories(onDisk.getParent());
        Files.writeString(onDisk, "active-defense-edl 3 abc 2026-11-22T12:00:00Z 0\n");

        assertThat(file.read()).isEqualTo(new Found.Unusable("written in format 3, this version reads 1 and 2"));
    }

    @Test
    void whatHasToBeKnownOfAListIsReadWithItAndOnlyByItsOwner() throws IOException {
        String about = "{\"name\": \"gr\u00fc\u00df dich\"}\n";

        file.write(new EdlSnapshot("192.0.2.1\n".getBytes(US_ASCII), 1, MODIFIED), about);

        assertThat(((Found.Intact) file.read()).about()).isEqualTo(about);
        assertThat(intact().plain().bytes()).asString(US_ASCII).isEqualTo("192.0.2.1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onDisk)))
                .isEqualTo("rw-------");
        assertThat(SnapshotFile.listsIn(folder.resolve("state"))).containsExactly("blacklist");
    }

    @Test
    void aTemporaryFileLeftByACrashIsPassedOver() throws IOException {
        Files.createDirectories(onDisk.getParent());
        Files.writeString(folder.resolve("state/blacklist.edl.next"), "half a li");
        assertThat(file.read()).isInstanceOf(Found.Nothing.class);

        file.write(new EdlSnapshot("192.0.2.9\n".getBytes(US_ASCII), 1, MODIFIED), "");

        assertThat(intact().plain().bytes()).asString(US_ASCII).isEqualTo("192.0.2.9\n");
    }

    @Test
    void aRemovedOneIsGone() throws IOException {
        file.write(new EdlSnapshot(new byte[0], 0, MODIFIED), "");
        file.remove();
        file.remove();

        assertThat(file.read()).isInstanceOf(Found.Nothing.class);
    }

    private EdlSnapshot intact() throws IOException {
        Found found = file.read();
        assertThat(found).isInstanceOf(Found.Intact.class);
        return ((Found.Intact) found).snapshot();
    }
}
