// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final Secret WORD = new Secret("a word that nobody else knows");

    @TempDir
    private Path folder = Path.of("");

    private Path keyFile = Path.of("");
    private SecretBox box = new SecretBox(keyFile);

    @BeforeEach
    void findAKeyFile() {
        keyFile = folder.resolve("secret-key");
        box = new SecretBox(keyFile);
    }

    @Test
    void whatIsSealedIsOpenedByAnotherInstanceWithTheSameKey() {
        String closed = box.seal(WORD, "mail");

        assertThat(closed).doesNotContain("word");
        assertThat(box.seal(WORD, "mail")).as("nobody sees that it is the same").isNotEqualTo(closed);
        assertThat(new SecretBox(keyFile).open(closed, "mail")).isEqualTo(WORD);
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws Exception {
        assertThat(keyFile).doesNotExist();
        box.seal(WORD, "mail");

        assertThat(Files.getPosixFilePermissions(keyFile))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whatWasSealedForSomethingElseIsNotOpened() {
        String closed = box.seal(WORD, "target of recipient 1");

        assertRefused(closed, "target of recipient 2", "another key");
    }

    @Test
    void anotherKeyOrNoneOrHalfOfOneIsSaid() throws Exception {
        String closed = box.seal(WORD, "mail");
        Files.delete(keyFile);
        assertRefused(closed, "mail", "missing");

        new SecretBox(keyFile).seal(WORD, "mail");
        assertRefused(closed, "mail", "another key");

        Files.writeString(keyFile, "aGFsZg==\n");
        assertRefused(closed, "mail", "32 random bytes");
        Files.writeString(keyFile, "no Base64!\n");
        assertRefused(closed, "mail", "32 random bytes");
    }

    @Test
    void aKeyThatCannotBeMadeIsSaidWithoutItsPlace() {
        var nowhere = new SecretBox(folder.resolve("no-such-folder").resolve("secret-key"));

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> nowhere.seal(WORD, "mail"))
                .withMessage("the file of " + SecretBox.SETTING + " can't be read or made");
    }

    @Test
    void aSecretPrintsAsNothing() {
        assertThat(WORD).hasToString("secret");
    }

    private void assertRefused(String closed, String purpose, String words) {
        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> box.open(closed, purpose))
                .withMessageContaining(words)
                .withMessageNotContaining(folder.toString());
    }
}
