// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Text in a file that is there as a whole or not at all: PEM, keys, and what else is ASCII. */
public record KeptText(Path file, Set<PosixFilePermission> mode) {
    public static KeptText secret(Path file) {
        return new KeptText(file, PosixFilePermissions.fromString("rw-------"));
    }

    public static KeptText open(Path file) {
        return new KeptText(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    public Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file, ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Beside it, forced to disk, then in its place; the rename itself lies in the folder. */
    public void write(String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (FileChannel channel =
                FileChannel.open(next, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(mode))) {
            ByteBuffer bytes = ISO_8859_1.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
            folder.force(true);
        }
    }
}
