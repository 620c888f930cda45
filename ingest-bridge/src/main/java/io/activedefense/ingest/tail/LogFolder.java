// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that rsyslog writes to. It may be away for a while. */
final class LogFolder {
    /**
     * A file made within the same tick of the file system's clock as the last listing does not change the folder's time:
     * after a change, and every now and then, it is listed again without being asked to.
     */
    private static final int LISTINGS_AFTER_CHANGE = 5;

    private static final int LOOKS_BETWEEN_LISTINGS = 40;

    private final Path path;
    private @Nullable FileTime listedAsOf;
    private int listingsDue;
    private int looks;

    LogFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Whether its names may have changed since they were last listed. */
    boolean mayHaveChanged() throws IOException {
        FileTime changed = Files.getLastModifiedTime(path);
        if (!changed.equals(listedAsOf)) {
            listedAsOf = changed;
            listingsDue = LISTINGS_AFTER_CHANGE;
        }
        if (listingsDue == 0 && ++looks < LOOKS_BETWEEN_LISTINGS) {
            return false;
        }
        looks = 0;
        listingsDue = Math.max(0, listingsDue - 1);
        return true;
    }

    /** The next look finds it changed. */
    void forgetListing() {
        listedAsOf = null;
    }

    /** Its regular files by name. */
    List<FoundFile> list() throws IOException {
        var found = new ArrayList<FoundFile>();
        try (var paths = Files.list(path)) {
            for (Path file : paths.filter(FoundFile::isRegular).sorted().toList()) {
                addIfStillThere(file, found);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    private static void addIfStillThere(Path file, List<FoundFile> found) throws IOException {
        try {
            found.add(FoundFile.at(file));
        } catch (NoSuchFileException e) {
            // Deleted or renamed since the folder was listed: the next listing tells.
        }
    }
}
