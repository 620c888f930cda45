// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of files that are not followed just now. Kept for a week after they left the folder, since a folder can
 * be away and come back; and for longer where a file's place in the rotation tells which others are older.
 */
final class FileMemory {
    static final Duration LENGTH = Duration.ofDays(7);

    private final Map<FilePlace, FileCheckpoint> files = new LinkedHashMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private int firstGeneration;

    FileMemory(Checkpoint checkpoint, Path folderOfBareNames) {
        this.firstGeneration = checkpoint.firstGeneration();
        checkpoint.folders().forEach(folder -> folders.add(Path.of(folder)));
        checkpoint.files().forEach(file -> files.put(file.place(), withFolder(file, folderOfBareNames)));
    }

    /** The first layout of checkpoints named a log without its folder. */
    private static FileCheckpoint withFolder(FileCheckpoint file, Path folder) {
        return new FileCheckpoint(
                file.identity(),
                folder.resolve(file.log()).toString(),
                file.head(),
                file.offset(),
                file.counts(),
                file.absentSince(),
                file.copiedTo(),
                file.readFromStart());
    }

    Checkpoint checkpoint(Collection<Tailer> followed) {
        var all = new ArrayList<>(files.values());
        followed.forEach(tailer -> all.add(tailer.checkpoint()));
        return new Checkpoint(
                firstGeneration, folders.stream().map(Path::toString).toList(), all);
    }

    boolean knows(Path folder) {
        return folders.contains(folder);
    }

    void sawFolder(Path folder) {
        folders.add(folder);
    }

    Optional<FileCheckpoint> of(FilePlace place) {
        return Optional.ofNullable(files.get(place));
    }

    List<FileCheckpoint> ofLog(Path log) {
        String path = log.toString();
        return files.values().stream().filter(file -> file.log().equals(path)).toList();
    }

    /** What became of the lines of all files that each log had. */
    Map<String, LineCounts> countsByLog() {
        var counts = new HashMap<String, LineCounts>();
        files.values().forEach(file -> counts.merge(file.log(), file.counts(), LineCounts::plus));
        return counts;
    }

    void keep(FileCheckpoint file) {
        forget(files.get(file.place()), file.identity());
        files.put(file.place(), file);
    }

    void keepUnlessKnown(FileCheckpoint file) {
        if (of(file.place())
                .filter(known -> known.identity().equals(file.identity()))
                .isEmpty()) {
            keep(file);
        }
    }

    /** Another file holds that life now. */
    void moved(FileCheckpoint known) {
        files.remove(known.place());
        forget(known);
    }

    /** That file is followed, as this. */
    void release(FilePlace place, FileIdentity followedAs) {
        forget(files.remove(place), followedAs);
    }

    /** A generation that was given is never given again: if nobody remembers it, every unknown file begins above it. */
    private void forget(@Nullable FileCheckpoint known, FileIdentity successor) {
        if (known != null && !isEarlierLife(known.identity(), successor)) {
            forget(known);
        }
    }

    private static boolean isEarlierLife(FileIdentity known, FileIdentity successor) {
        return FilePlace.of(known).equals(FilePlace.of(successor)) && known.generation() <= successor.generation();
    }

    private void forget(FileCheckpoint known) {
        firstGeneration = Math.max(firstGeneration, known.identity().generation() + 1);
    }

    /** An identity that was never given to any life of that file. */
    LogFile beginning(FilePlace place, Path log) {
        int generation = of(place)
                .filter(known -> known.copiedTo() == null)
                .map(known -> Math.max(firstGeneration, known.identity().generation() + 1))
                .orElse(firstGeneration);
        return new LogFile(place.life(generation), log);
    }

    /** The same for a file that is followed and was cut. */
    LogFile beginningAfter(LogFile cut, FilePlace place) {
        return FilePlace.of(cut.identity()).equals(place) ? cut.reborn() : beginning(place, cut.path());
    }

    /** Files that the folder does not name as logs. */
    void markAbsent(Path folder, Set<FilePlace> logs, Instant now) {
        files.replaceAll(
                (place, known) -> isIn(folder, known) && !logs.contains(place) ? known.absentSince(now) : known);
    }

    private static boolean isIn(Path folder, FileCheckpoint known) {
        return folder.equals(Path.of(known.log()).getParent());
    }

    /** Logs of which no file had the name for so long. */
    Set<Path> longAbsentLogs(Instant now) {
        Instant longAgo = now.minus(LENGTH);
        var absent = new HashSet<Path>();
        files.values().forEach(known -> absent.add(Path.of(known.log())));
        files.values().stream()
                .filter(known ->
                        known.absentSince() == null || !known.absentSince().isBefore(longAgo))
                .forEach(known -> absent.remove(Path.of(known.log())));
        return absent;
    }

    void forgetLongAbsent(Instant now, Set<FilePlace> stillNeeded) {
        Instant longAgo = now.minus(LENGTH);
        files.entrySet().removeIf(entry -> {
            Instant absentSince = entry.getValue().absentSince();
            boolean forgotten =
                    absentSince != null && absentSince.isBefore(longAgo) && !stillNeeded.contains(entry.getKey());
            if (forgotten) {
                forget(entry.getValue());
            }
            return forgotten;
        });
    }
}
