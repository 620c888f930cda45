// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import io.activedefense.ingest.checkpoint.FilePlace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A regular file in a folder.
 *
 * @param path what the folder names it just now
 * @param real the same without a symbolic link anywhere
 * @param key which file that is
 * @param size bytes
 * @param modifiedAt when it was last written to
 */
record FoundFile(Path path, Path real, FilePlace key, long size, Instant modifiedAt) {
    private static final int TYPE = 0xF000;
    private static final int REGULAR = 0x8000;

    /** What is there, if it is a regular file and no link to one. */
    static Optional<FoundFile> at(Path path, Path real) throws IOException {
        Map<String, Object> attributes =
                Files.readAttributes(real, "unix:mode,dev,ino,size,lastModifiedTime", NOFOLLOW_LINKS);
        if ((number(attributes, "mode") & TYPE) != REGULAR) {
            return Optional.empty();
        }
        var key = new FilePlace(number(attributes, "dev"), number(attributes, "ino"));
        var modified = (FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime"));
        return Optional.of(new FoundFile(path, real, key, number(attributes, "size"), modified.toInstant()));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }

    boolean isLog() {
        return LogFile.isLog(path);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Opens that very file; empty if the name means another by now, which the next listing tells. */
    Optional<FileChannel> open() throws IOException {
        var channel = FileChannel.open(real, READ, NOFOLLOW_LINKS);
        try {
            if (isStillThere()) {
                return Optional.of(channel);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether that is the same file under perhaps another name, and nothing was written to it since. */
    boolean isUnchangedIn(FoundFile later) {
        return key.equals(later.key) && size == later.size && modifiedAt.equals(later.modifiedAt);
    }

    boolean isStillThere() throws IOException {
        return at(path, real).filter(now -> now.key.equals(key)).isPresent();
    }
}
