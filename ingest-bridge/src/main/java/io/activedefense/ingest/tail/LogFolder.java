// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder that rsyslog writes to. It may be away for a while. */
final class LogFolder {
    /**
     * A file made within the same tick of the file system's clock as the last listing does not change the folder's time:
     * after a change, and every now and then, it is listed again without being asked to.
     */
    private static final int LISTINGS_AFTER_CHANGE = 5;

    private static final int LOOKS_BETWEEN_LISTINGS = 120;

    private final Path path;
    private final Roots roots;
    private final TailListener listener;
    private final Set<Path> refused = new HashSet<>();
    private Path real;
    private @Nullable FileTime listedAsOf;
    private int listingsDue;
    private int looks;
    private boolean readable = true;

    LogFolder(Path path, Roots roots, TailListener listener) {
        this.path = path;
        this.real = path;
        this.roots = roots;
        this.listener = listener;
    }

    Path path() {
        return path;
    }

    /** Whether it could be read when it was last looked at. */
    boolean readable() {
        return readable;
    }

    int refused() {
        return refused.size();
    }

    /** Without a symbolic link anywhere; as it was when it was last looked at. */
    Path real() {
        return real;
    }

    /** Its regular files by name, unless they are those that were last listed. */
    Optional<List<FoundFile>> look() throws IOException {
        real = path.toRealPath();
        Optional<List<FoundFile>> found = mayHaveChanged() ? Optional.of(list()) : Optional.empty();
        if (!readable) {
            readable = true;
            listener.folderReadable(path);
        }
        return found;
    }

    /** What was seen in it no longer counts. */
    void lost(IOException because) {
        listAgain();
        if (readable) {
            readable = false;
            listener.folderUnreadable(path, because);
        }
    }

    private boolean mayHaveChanged() throws IOException {
        FileTime changed = Files.getLastModifiedTime(real);
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
    void listAgain() {
        listedAsOf = null;
    }

    private List<FoundFile> list() throws IOException {
        var found = new ArrayList<FoundFile>();
        var links = new HashSet<Path>();
        try (var paths = Files.list(real)) {
            for (Path file : paths.sorted().toList()) {
                addIfStillThere(file, found, links);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        refused.retainAll(links);
        return found;
    }

    private void addIfStillThere(Path file, List<FoundFile> found, Set<Path> links) throws IOException {
        Path named = path.resolve(file.getFileName());
        try {
            if (!Files.isSymbolicLink(file)) {
                FoundFile.at(named, file).ifPresent(found::add);
            } else if (LogFile.isLog(file)) {
                links.add(named);
                addTarget(named, file, found);
            }
        } catch (NoSuchFileException e) {
            // Deleted or renamed since the folder was listed: the next listing tells.
        }
    }

    private void addTarget(Path named, Path link, List<FoundFile> found) throws IOException {
        Path target = link.toRealPath();
        if (roots.hold(target)) {
            FoundFile.at(named, target).ifPresent(found::add);
        } else if (refused.add(named)) {
            listener.refused(named);
        }
    }
}
