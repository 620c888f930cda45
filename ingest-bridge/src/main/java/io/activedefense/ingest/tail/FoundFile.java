// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A regular file in the folder. What a symbolic link points at is none: it may lie anywhere.
 *
 * @param path where it is just now
 * @param key which file that is
 * @param size bytes
 */
record FoundFile(Path path, FileKey key, long size) {
    private static final String LOG = ".log";

    boolean isLog() {
        return name().endsWith(LOG) && name().length() > LOG.length();
    }

    String name() {
        return path.getFileName().toString();
    }

    static boolean isRegular(Path path) {
        return Files.isRegularFile(path, NOFOLLOW_LINKS);
    }

    static FoundFile at(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:dev,ino,size", NOFOLLOW_LINKS);
        return new FoundFile(
                path, new FileKey(number(attributes, "dev"), number(attributes, "ino")), number(attributes, "size"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }
}
