// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password with which the first admin signs in for the first time: in a file that only its owner reads, made where
 * it is missing, gone once the password was changed. It is never logged.
 */
public final class InitialPassword {
    private static final Logger LOG = LoggerFactory.getLogger(InitialPassword.class);

    private final Path file;

    public InitialPassword(Path file) {
        this.file = file;
    }

    /** Its hash, for the first user; a file without a password is as bad as none at all. */
    public String hash() {
        try {
            if (Files.notExists(file)) {
                create();
                LOG.info("password of the user admin generated: file={}", file);
            }
            String password = Files.readString(file).strip();
            if (password.isEmpty() || password.getBytes(UTF_8).length > PasswordHash.MOST_BYTES) {
                throw new IllegalStateException("the password file " + file + " is not accepted; it must hold 1 to "
                        + PasswordHash.MOST_BYTES + " bytes. Without the file a password is generated");
            }
            return PasswordHash.of(password);
        } catch (IOException e) {
            throw new UncheckedIOException("the password file " + file + " can't be read or made", e);
        }
    }

    /** It is good for nothing any more. A secret that was mounted can't be removed, and need not be. */
    public void remove() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.info("the first password was changed, its file removed: file={}", file);
            }
        } catch (IOException e) {
            LOG.info("the first password was changed, its file can't be removed: file={} why={}", file, e.toString());
        }
    }

    /** As a whole or not at all: a crash leaves no empty file. */
    private void create() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path next = Files.createTempFile(folder, ".password", null, ownerOnly);
        Files.writeString(next, RandomSecret.create("").text() + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
