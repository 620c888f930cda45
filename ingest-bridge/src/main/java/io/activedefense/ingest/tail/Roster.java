// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.checkpoint.FileCheckpoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files are followed: those that the folder names as logs now, and those that it named so before, to their end.
 * What was followed before is remembered for a week, since a folder can be away and come back.
 */
final class Roster implements AutoCloseable {
    /** For so long a writer may go on with a file that was renamed or deleted. */
    static final Duration LINGER = Duration.ofSeconds(30);

    /** For so long it may take to finish the last line of such a file. */
    static final Duration LINGER_FOR_A_LINE = Duration.ofMinutes(10);

    static final Duration MEMORY = Duration.ofDays(7);

    private final TailListener listener;
    private final Map<FileKey, Tailer> tailers = new LinkedHashMap<>();
    private final Map<FileKey, FileCheckpoint> dormant = new LinkedHashMap<>();
    private final Set<Path> unreadable = new HashSet<>();
    private int firstGeneration;
    private boolean rotatedMayBeUnread = true;

    Roster(Checkpoint checkpoint, TailListener listener) {
        this.listener = listener;
        this.firstGeneration = checkpoint.firstGeneration();
        checkpoint.files().forEach(file -> dormant.put(FileKey.of(file.identity()), file));
    }

    Collection<Tailer> tailers() {
        return tailers.values();
    }

    Checkpoint checkpoint() {
        var files = new ArrayList<FileCheckpoint>(dormant.values());
        tailers.values().forEach(tailer -> files.add(tailer.checkpoint()));
        return new Checkpoint(firstGeneration, files);
    }

    /** The folder could not be seen for a while: files may have been renamed meanwhile. */
    void lostSight() {
        rotatedMayBeUnread = true;
    }

    /** Takes the folder's files for what is there now. */
    void update(List<FoundFile> found, Instant now) throws IOException {
        if (rotatedMayBeUnread) {
            followRotatedUnseen(found);
            rotatedMayBeUnread = false;
        }
        var logs = found.stream().filter(FoundFile::isLog).toList();
        for (FoundFile log : logs) {
            follow(log);
        }
        markAbsent(logs, now);
        retire(now);
        forget(now);
    }

    /** Files that were renamed while nobody looked, with lines that nobody read; the oldest first. */
    private void followRotatedUnseen(List<FoundFile> found) throws IOException {
        var renamed = new HashMap<FileKey, FoundFile>();
        found.stream().filter(file -> !file.isLog()).forEach(file -> renamed.put(file.key(), file));
        for (FileCheckpoint known : List.copyOf(dormant.values())) {
            FoundFile file = renamed.get(FileKey.of(known.identity()));
            if (file != null && file.size() > known.offset()) {
                follow(file);
            }
        }
    }

    private void follow(FoundFile found) throws IOException {
        if (tailers.containsKey(found.key())) {
            return;
        }
        try {
            open(found);
            unreadable.remove(found.path());
        } catch (IOException e) {
            if (unreadable.add(found.path())) {
                listener.unreadable(found.path(), e);
            }
        }
    }

    private void open(FoundFile found) throws IOException {
        var channel = FileChannel.open(found.path(), READ, NOFOLLOW_LINKS);
        try {
            boolean stillThatFile = FoundFile.at(found.path()).key().equals(found.key());
            if (!stillThatFile) { // the next listing tells what became of it
                channel.close();
                return;
            }
            var life = lifeOf(found, channel);
            var predecessor = lastNamed(life.file().name());
            tailers.put(found.key(), new Tailer(channel, life, predecessor, listener));
            dormant.remove(found.key());
            listener.following(life.file(), life.position());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Life lifeOf(FoundFile found, FileChannel channel) throws IOException {
        FileCheckpoint known = dormant.get(found.key());
        if (known == null) {
            return Life.begun(new LogFile(found.key().life(firstGeneration), found.name()));
        }
        var head = Head.in(channel, known.head());
        if (head.isPresent() && channel.size() >= known.offset()) {
            return Life.resumed(known, head.get());
        }
        int next = known.identity().generation() + 1;
        return Life.begun(new LogFile(found.key().life(next), found.isLog() ? found.name() : known.log()));
    }

    private @Nullable Tailer lastNamed(String name) {
        Tailer last = null;
        for (Tailer tailer : tailers.values()) {
            last = tailer.file().name().equals(name) ? tailer : last;
        }
        if (last != null) {
            last.succeeded();
        }
        return last;
    }

    private void markAbsent(List<FoundFile> logs, Instant now) {
        var present = new HashSet<FileKey>();
        logs.forEach(log -> present.add(log.key()));
        tailers.forEach((key, tailer) -> {
            if (present.contains(key)) {
                tailer.present();
            } else {
                tailer.absent(now);
            }
        });
        dormant.replaceAll((key, known) -> known.absentSince(now));
    }

    private void retire(Instant now) throws IOException {
        var over = tailers.entrySet().stream()
                .filter(followed -> isOver(followed.getValue(), now))
                .map(followed -> Map.entry(followed.getKey(), followed.getValue()))
                .toList();
        for (var followed : over) {
            var tailer = followed.getValue();
            tailers.remove(followed.getKey());
            dormant.put(followed.getKey(), tailer.checkpoint());
            tailer.close();
            listener.retired(tailer.file(), tailer.unreadBytes());
        }
    }

    private static boolean isOver(Tailer tailer, Instant now) {
        return tailer.isOver(now.minus(tailer.unreadBytes() > 0 ? LINGER_FOR_A_LINE : LINGER));
    }

    private void forget(Instant now) {
        dormant.values().removeIf(known -> {
            boolean forgotten =
                    known.absentSince() != null && known.absentSince().isBefore(now.minus(MEMORY));
            if (forgotten) {
                firstGeneration = Math.max(firstGeneration, known.identity().generation() + 1);
            }
            return forgotten;
        });
    }

    /** Every file that the checkpoint may name. */
    Stream<FileProgress> progress() {
        return tailers.values().stream().map(Tailer::progress);
    }

    @Override
    public void close() throws IOException {
        for (Tailer tailer : tailers.values()) {
            tailer.close();
        }
        tailers.clear();
    }
}
