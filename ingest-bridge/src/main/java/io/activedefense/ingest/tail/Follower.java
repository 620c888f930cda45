// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.checkpoint.CheckpointFile;
import io.activedefense.ingest.checkpoint.FileCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Follows every log in a folder, a buffer's length a file in turn, so that no busy file starves the others, and keeps the
 * checkpoint. Step it; it never sleeps and never spawns. Not thread-safe.
 */
public final class Follower implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMillis(200);
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final Instant FIRST_SECOND = Instant.parse("2026-01-01T00:00:00Z");

    private final LogFolder folder;
    private final CheckpointFile checkpointFile;
    private final LineSink sink;
    private final TailListener listener;
    private final Clock clock;
    private final Roster roster;
    private final Interval look;
    private final Interval checkpoint;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Set<Tailer> failing = new HashSet<>();
    private boolean folderReadable = true;
    private boolean checkpointWritable = true;

    /**
     * Goes on where the checkpoint stopped.
     *
     * @param ticker nanoseconds that only go forward
     * @throws IOException if there may be a checkpoint, but the disk doesn't give it out
     */
    public Follower(
            Path folder,
            CheckpointFile checkpointFile,
            LineSink sink,
            TailListener listener,
            Clock clock,
            LongSupplier ticker)
            throws IOException {
        this.folder = new LogFolder(folder);
        this.checkpointFile = checkpointFile;
        this.sink = sink;
        this.listener = listener;
        this.clock = clock;
        this.roster = new Roster(checkpointFile.read().orElseGet(this::noCheckpoint), listener);
        this.look = new Interval(BETWEEN_LOOKS, ticker);
        this.checkpoint = new Interval(BETWEEN_CHECKPOINTS, ticker);
    }

    /**
     * Without a checkpoint nobody knows which generations were given before; to give one again would make new lines look
     * like repeats of old ones. So they begin at the time, in seconds.
     */
    private Checkpoint noCheckpoint() {
        long seconds = Duration.between(FIRST_SECOND, clock.instant()).toSeconds();
        return new Checkpoint(Math.toIntExact(seconds), List.of());
    }

    /** Reads what there is, a buffer's length a file at most; returns how much that was, 0 if there is nothing to do. */
    public int doWork() {
        boolean looked = look.isDue();
        if (looked) {
            lookAtFolder();
        }
        int work = 0;
        for (Tailer tailer : roster.tailers()) {
            if (looked || !failing.contains(tailer)) {
                work += step(tailer, looked);
            }
        }
        for (Tailer tailer : roster.tailers()) {
            work += tailer.settle();
        }
        return work + writeCheckpointIfDue();
    }

    /** How far each file is. */
    public List<FileProgress> progress() {
        return roster.progress().toList();
    }

    /** Whether the folder could be read when it was last looked at. */
    public boolean folderReadable() {
        return folderReadable;
    }

    private void lookAtFolder() {
        try {
            List<FoundFile> found = folder.mayHaveChanged() ? folder.list() : null;
            if (!folderReadable) {
                folderReadable = true;
                listener.folderReadable(folder.path());
            }
            if (found != null) {
                roster.update(found, clock.instant());
            }
        } catch (IOException e) {
            folderLost(e);
        }
    }

    private void folderLost(IOException because) {
        folder.forgetListing();
        roster.lostSight();
        if (folderReadable) {
            folderReadable = false;
            listener.folderUnreadable(folder.path(), because);
        }
    }

    private int step(Tailer tailer, boolean looked) {
        try {
            boolean reads = sink.hasRoom() && sink.wants(tailer.file());
            int work = reads ? tailer.doWork(buffer, sink) : tailer.waitForRoom(looked);
            failing.remove(tailer);
            return work;
        } catch (IOException e) {
            tailer.failed();
            if (failing.add(tailer)) {
                listener.unreadable(folder.path().resolve(tailer.file().name()), e);
            }
            return 0;
        }
    }

    private int writeCheckpointIfDue() {
        boolean awaited = checkpointWritable && roster.tailers().stream().anyMatch(Tailer::awaitsCheckpoint);
        if (!awaited && !checkpoint.isDue()) {
            return 0;
        }
        try {
            writeCheckpoint();
            checkpointWritable = true;
        } catch (IOException e) {
            if (checkpointWritable) {
                listener.checkpointNotWritten(e);
            }
            checkpointWritable = false; // nobody awaits it until it is due again
        }
        return awaited ? 1 : 0;
    }

    private void writeCheckpoint() throws IOException {
        var current = roster.checkpoint();
        if (!checkpointFile.write(current)) {
            return;
        }
        var onDisk = current.files().stream()
                .collect(
                        Collectors.toMap(file -> FileKey.of(file.identity()), file -> file, (a, b) -> b, HashMap::new));
        for (Tailer tailer : roster.tailers()) {
            FileCheckpoint saved = onDisk.get(FileKey.of(tailer.file().identity()));
            if (saved != null) {
                tailer.saved(saved);
            }
        }
    }

    /** Keeps what is acknowledged by now, and lets the files go. */
    @Override
    public void close() throws IOException {
        roster.tailers().forEach(Tailer::settle);
        try {
            writeCheckpoint();
        } finally {
            roster.close();
        }
    }
}
