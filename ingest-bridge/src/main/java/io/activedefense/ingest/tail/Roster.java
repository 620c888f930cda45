// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files are followed: those that the folders name as logs now, and those that had such a name before, to their
 * end.
 */
final class Roster implements Removal.Known, AutoCloseable {
    /** For so long a writer may go on with a file that was renamed or deleted. */
    static final Duration LINGER = Duration.ofSeconds(30);

    /** For so long it may take to finish the last line of such a file. */
    static final Duration LINGER_FOR_A_LINE = Duration.ofMinutes(10);

    private final TailListener listener;
    private final FileMemory memory;
    private final FileAccess access;
    private final Removal removal;
    private final Map<FilePlace, Tailer> tailers = new LinkedHashMap<>();
    private final Map<Path, Instant> inSightUntil = new HashMap<>();
    private final Set<Path> inSight = new HashSet<>();
    private final Set<Path> gone = new HashSet<>();
    private Map<FileIdentity, FileCheckpoint> onDisk = Map.of();

    /**
     * @param asOf when the memory was last right
     */
    Roster(FileMemory memory, Collection<Path> folders, Instant asOf, Removal removal, TailListener listener) {
        this.memory = memory;
        this.removal = removal;
        this.listener = listener;
        this.access = new FileAccess(listener);
        folders.forEach(folder -> inSightUntil.put(folder, asOf));
    }

    Collection<Tailer> tailers() {
        return tailers.values();
    }

    Checkpoint checkpoint() {
        return memory.checkpoint(tailers.values());
    }

    /** That is on disk now. */
    void saved(Checkpoint checkpoint) {
        var files = new HashMap<FileIdentity, FileCheckpoint>();
        checkpoint.files().forEach(file -> files.put(file.identity(), file));
        onDisk = files;
        for (Tailer tailer : tailers.values()) {
            FileCheckpoint saved = files.get(tailer.file().identity());
            if (saved != null) {
                tailer.saved(saved);
            }
        }
    }

    /** The folder can't be seen for a while. */
    void lostSight(Path folder) {
        inSight.remove(folder);
        access.forgetExamined();
    }

    /** Takes a folder's files for what is there now. */
    void update(Path folder, List<FoundFile> found, Instant now) throws IOException {
        boolean firstSight = !memory.knows(folder);
        Set<FilePlace> newestRotated = new HashSet<>();
        var families = LogFamily.in(found, cutLogs(folder), this::knownLog);
        for (LogFamily family : families) {
            settle(family, firstSight, now);
            if (!firstSight && !inSight.contains(folder)) {
                tellCompressedUnread(family, inSightUntil.getOrDefault(folder, now));
            }
            family.rotated().reversed().stream()
                    .filter(file -> isMark(file, family.log()))
                    .map(FoundFile::key)
                    .findFirst()
                    .ifPresent(newestRotated::add);
        }
        memory.sawFolder(folder);
        tailers.values().stream()
                .filter(tailer -> folder.equals(tailer.file().path().getParent()))
                .forEach(Tailer::folderListed);
        inSight.add(folder);
        inSightUntil.put(folder, now);
        markAbsent(folder, found, now);
        gone.addAll(memory.longAbsentLogs(now));
        tailers.values().forEach(tailer -> gone.remove(tailer.file().path()));
        memory.forgetLongAbsent(now, newestRotated);
        removal.removeOne(families, this, now).ifPresent(file -> access.forget(file.key()));
    }

    @Override
    public Optional<FileCheckpoint> finished(FilePlace place) {
        return tailers.containsKey(place)
                ? Optional.empty()
                : memory.of(place).filter(known -> known.equals(onDisk.get(known.identity())));
    }

    @Override
    public boolean isRead(FilePlace place) {
        Tailer tailer = tailers.get(place);
        return tailer != null && !tailer.isCut() && tailer.checkpoint().offset() > 0;
    }

    /** One that is followed may have been cut in this moment; and an inode that is remembered may be another file's by now. */
    @Override
    public boolean isMark(FoundFile file, Path log) {
        return memory.of(file.key())
                .filter(known -> known.offset() > 0 && known.offset() <= file.size())
                .filter(known -> known.log().equals(log.toString()))
                .isPresent();
    }

    private Set<Path> cutLogs(Path folder) {
        return tailers.values().stream()
                .filter(Tailer::isCut)
                .map(tailer -> tailer.file().path())
                .filter(log -> folder.equals(log.getParent()))
                .collect(Collectors.toSet());
    }

    private Optional<Path> knownLog(FilePlace place) {
        Tailer tailer = tailers.get(place);
        return tailer != null
                ? Optional.of(tailer.file().path())
                : memory.of(place).map(known -> Path.of(known.log()));
    }

    private void settle(LogFamily family, boolean firstSight, Instant now) throws IOException {
        var succession = new Succession(family, memory, tailers, access, listener);
        if (!succession.isSettled()) {
            succession.settle(firstSight, now);
        }
    }

    /** What was written to it since we last looked was not read; what compresses a file keeps its time. */
    private void tellCompressedUnread(LogFamily family, Instant lastSeen) {
        for (FoundFile file : family.compressed()) {
            if (file.modifiedAt().isAfter(lastSeen)) {
                listener.compressedUnread(file.path());
            }
        }
    }

    private void markAbsent(Path folder, List<FoundFile> found, Instant now) {
        Set<FilePlace> logs =
                found.stream().filter(FoundFile::isLog).map(FoundFile::key).collect(Collectors.toSet());
        tailers.forEach((key, tailer) -> {
            if (logs.contains(key)) {
                tailer.present();
            } else if (folder.equals(tailer.file().path().getParent())) {
                tailer.absent(now);
            }
        });
        memory.markAbsent(folder, logs, now);
    }

    /** Lets go of what is read to its end and will not grow. Returns whether there was any. */
    boolean retire(Instant now) throws IOException {
        var over = tailers.entrySet().stream()
                .filter(followed -> isOver(followed.getValue(), now))
                .map(followed -> Map.entry(followed.getKey(), followed.getValue()))
                .toList();
        for (var followed : over) {
            var tailer = followed.getValue();
            tailers.remove(followed.getKey());
            memory.keep(tailer.checkpoint());
            access.examined(followed.getKey(), tailer.size());
            tailer.close();
            listener.retired(tailer.file(), tailer.unreadBytes());
        }
        return !over.isEmpty();
    }

    private static boolean isOver(Tailer tailer, Instant now) {
        return tailer.isOver(now.minus(tailer.unreadBytes() > 0 ? LINGER_FOR_A_LINE : LINGER));
    }

    /** Logs that are not expected back: their names have been away for as long as they are remembered. */
    Set<Path> gone() {
        return Set.copyOf(gone);
    }

    /** Every file that is followed; the first of each log tells of those before it that are let go of, too. */
    Stream<FileProgress> progress() {
        Map<String, LineCounts> earlier = memory.countsByLog();
        return tailers.values().stream().map(Tailer::progress).map(file -> {
            LineCounts before = earlier.remove(file.file().path().toString());
            return before == null ? file : file.with(before);
        });
    }

    @Override
    public void close() throws IOException {
        for (Tailer tailer : tailers.values()) {
            tailer.close();
        }
        tailers.clear();
    }
}
