// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void isMadeUpOnceAndKept() throws IOException {
        var first = Secret.keptIn(folder.resolve("password"));
        assertThat(first.value()).hasSize(43);
        assertThat(Secret.keptIn(folder.resolve("password")).value()).isEqualTo(first.value());
        assertThat(Secret.keptIn(folder.resolve("other")).value()).isNotEqualTo(first.value());
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        Secret.keptIn(folder.resolve("password"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotPrint() throws IOException {
        var secret = Secret.keptIn(folder.resolve("password"));
        assertThat(secret).asString().doesNotContain(secret.value());
    }
}
