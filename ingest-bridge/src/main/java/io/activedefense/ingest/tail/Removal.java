// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes rotated files, if the configuration says so. One goes only when all of this is true:
 *
 * <ul>
 *   <li>rotation gave it its name, in a configured folder; it is no link, and not followed any more;
 *   <li>we have read it from its first byte to its last, Kafka has acknowledged it all, and the checkpoint on disk says so;
 *   <li>it left the log's name long enough ago;
 *   <li>its log was written to since, and we have read lines of it: so the writer has gone on to that one, and that one
 *       tells from now on what is older;
 *   <li>it is not the newest while something older stays, which then needs a mark that says it is older.
 * </ul>
 */
final class Removal {
    /** What is known of files. */
    interface Known {
        /** What the checkpoint on disk tells of a file that is not followed any more; empty while the disk is behind. */
        Optional<FileCheckpoint> finished(FilePlace place);

        /** Whether it is followed, and lines that it holds were read. */
        boolean isRead(FilePlace place);

        /** Whether it is followed no more and lines of it were read: what is older in that log's succession is known to be so. */
        boolean isMark(FoundFile file, Path log);
    }

    private final @Nullable Duration after;
    private final Roots roots;
    private final TailListener listener;
    private boolean failing;

    /**
     * @param after how long after its rotation a file is removed; absent: never
     */
    Removal(@Nullable Duration after, Roots roots, TailListener listener) {
        this.after = after;
        this.roots = roots;
        this.listener = listener;
    }

    /** One, since it may take a while, in which no line is read: the folder has changed then and is soon looked at again. */
    Optional<FoundFile> removeOne(Collection<LogFamily> families, Known known, Instant now) {
        if (after == null) {
            return Optional.empty();
        }
        Instant rotatedBefore = now.minus(after);
        for (LogFamily family : families) {
            Optional<FoundFile> file = oldestToGo(family, known, rotatedBefore);
            if (file.isPresent() && remove(file.get(), known)) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<FoundFile> oldestToGo(LogFamily family, Known known, Instant rotatedBefore) {
        Optional<FoundFile> live = family.live().filter(log -> known.isRead(log.key()));
        if (live.isEmpty()) {
            return Optional.empty();
        }
        Optional<FoundFile> mark = family.rotated().reversed().stream()
                .filter(file -> known.isMark(file, family.log()))
                .findFirst();
        boolean olderStays = false;
        for (FoundFile file : family.rotated()) {
            boolean over = family.isNamedAsRotated(file)
                    && live.get().modifiedAt().isAfter(file.modifiedAt())
                    && isOver(file, family.log(), known, rotatedBefore);
            if (over && !(olderStays && mark.equals(Optional.of(file)))) {
                return Optional.of(file);
            }
            olderStays = true;
        }
        return Optional.empty();
    }

    private static boolean isOver(FoundFile file, Path log, Known known, Instant rotatedBefore) {
        return known.finished(file.key())
                .filter(read -> read.readFromStart() && read.log().equals(log.toString()))
                .filter(read -> read.offset() > 0 && read.offset() == file.size())
                .map(FileCheckpoint::absentSince)
                .filter(rotatedAt -> rotatedAt.isBefore(rotatedBefore))
                .isPresent();
    }

    private boolean remove(FoundFile file, Known known) {
        try {
            FileCheckpoint read = known.finished(file.key()).orElseThrow();
            if (!roots.hold(file.real()) || !begins(file.real(), read)) {
                return false;
            }
            remove(file, read);
            failing = false;
            listener.removed(file.path(), file.size());
            return true;
        } catch (IOException e) {
            if (!failing) {
                listener.notRemoved(file.path(), e);
            }
            failing = true;
            return false;
        }
    }

    /**
     * A rotation in this very moment can give the name to another file. So it is moved aside, where nobody gives names, and
     * looked at there. What a crash leaves aside has the name of a rotated file, and is removed as such.
     */
    private static void remove(FoundFile file, FileCheckpoint read) throws IOException {
        Path aside = file.real().resolveSibling(asideName(file, read));
        Files.move(file.real(), aside);
        if (isUnchanged(file, aside) && begins(aside, read)) {
            Files.delete(aside);
        } else {
            Files.move(aside, file.real());
            throw new IOException("it was exchanged for another file meanwhile");
        }
    }

    /** A date before all others, and the inode, which is the file's alone. */
    private static String asideName(FoundFile file, FileCheckpoint read) {
        return "%s-0.%05d"
                .formatted(Path.of(read.log()).getFileName(), file.key().inode());
    }

    private static boolean isUnchanged(FoundFile file, Path path) throws IOException {
        return FoundFile.at(file.path(), path).filter(file::isUnchangedIn).isPresent();
    }

    private static boolean begins(Path path, FileCheckpoint read) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Head.in(channel, read.head()).isPresent();
        }
    }
}
