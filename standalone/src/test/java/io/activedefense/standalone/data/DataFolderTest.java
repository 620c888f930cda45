// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent = Path.of("");

    @Test
    void isCreatedWithItsParentsAndAVersion() throws IOException {
        var path = parent.resolve("a/b");
        try (var data = DataFolder.open(path)) {
            assertThat(data.root()).isEqualTo(path);
            assertThat(path.resolve("version")).hasContent("1");
        }
    }

    @Test
    void isOpenedAgainAfterItWasClosed() throws IOException {
        DataFolder.open(parent).close();
        try (var again = DataFolder.open(parent)) {
            assertThat(again.root()).isEqualTo(parent);
        }
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
        try (var held = DataFolder.open(parent)) {
            assertThatThrownBy(() -> DataFolder.open(held.root()))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void ofANewerVersionIsRefusedUntouched() throws IOException {
        Files.writeString(parent.resolve("version"), "2\n");
        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("data version 2, written by a newer Active Defense; this one reads up to 1");
        assertThat(parent.toFile().list()).containsExactly("version");
    }

    @Test
    void whoseVersionIsNoNumberIsRefused() throws IOException {
        Files.writeString(parent.resolve("version"), "one\n");
        assertThatThrownBy(() -> DataFolder.open(parent)).hasMessageContaining("is not a number");
    }

    @Test
    void ofSomebodyElseIsRefusedUntouched() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("holds something else");
        assertThat(parent.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void thatIsAFileIsRefused() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file)).hasMessageContaining("is not a folder");
    }

    @Test
    void whoseFirstStartWasCutOffRightAfterTheLockIsOpened() throws IOException {
        Files.createFile(parent.resolve("lock"));
        try (var data = DataFolder.open(parent)) {
            assertThat(data.root().resolve("version")).exists();
        }
    }

    @Test
    void keepsPrivateFoldersFromOthers() throws IOException {
        try (var data = DataFolder.open(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.privateFolder("kafka"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isGoneWithAllInItWhenRemoved() throws IOException {
        var data = DataFolder.open(parent.resolve("data"));
        Files.writeString(data.privateFolder("a").resolve("b"), "c");
        data.remove();
        assertThat(data.root()).doesNotExist();
    }
}
