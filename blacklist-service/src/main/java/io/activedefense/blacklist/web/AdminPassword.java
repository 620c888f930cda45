// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password of {@code admin} until there are users: 192 random bits in a file that only its owner reads, made where
 * it is missing. It is never logged.
 */
final class AdminPassword {
    private static final Logger LOG = LoggerFactory.getLogger(AdminPassword.class);
    private static final int RANDOM_BYTES = 24;

    private final byte[] password;

    private AdminPassword(String password) {
        this.password = password.getBytes(UTF_8);
    }

    static AdminPassword in(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file);
            LOG.info("password of the user admin generated: file={}", file);
        }
        String password = Files.readString(file).strip();
        if (password.isEmpty()) {
            throw new IllegalStateException(
                    "the password file " + file + " is empty; remove it, and a new password is generated");
        }
        return new AdminPassword(password);
    }

    /** In a time that doesn't tell how much of it was right. */
    boolean is(String given) {
        return MessageDigest.isEqual(password, given.getBytes(UTF_8));
    }

    /** As a whole or not at all: a crash leaves no empty file. */
    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path next = Files.createTempFile(folder, ".password", null, ownerOnly);
        Files.writeString(next, generate() + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String generate() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
