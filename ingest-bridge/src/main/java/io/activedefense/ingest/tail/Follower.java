// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.checkpoint.CheckpointFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Follows every log in some folders, a buffer's length a file in turn, so that no busy file starves the others, and keeps
 * the checkpoint. Step it; it never sleeps and never spawns. Not thread-safe.
 */
public final class Follower implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMillis(200);
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final Instant FIRST_SECOND = Instant.parse("2026-01-01T00:00:00Z");

    private final List<LogFolder> folders;
    private final CheckpointFile checkpointFile;
    private final LineSink sink;
    private final TailListener listener;
    private final Clock clock;
    private final Roster roster;
    private final Attention attention;
    private final Interval look;
    private final Interval checkpoint;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Set<Tailer> failing = new HashSet<>();
    private boolean checkpointWritable = true;
    private boolean changed = true;

    /**
     * Goes on where the checkpoint stopped.
     *
     * @param followed whose logs are followed, and nothing else
     * @param hints which the follower closes
     * @param ticker nanoseconds that only go forward
     * @throws IOException if there may be a checkpoint, but the disk doesn't give it out
     */
    public Follower(
            FollowedFolders followed,
            CheckpointFile checkpointFile,
            ChangeHints hints,
            LineSink sink,
            TailListener listener,
            Clock clock,
            LongSupplier ticker)
            throws IOException {
        var roots = new Roots(followed.paths());
        this.folders = followed.paths().stream()
                .map(folder -> new LogFolder(folder, roots, listener))
                .toList();
        this.checkpointFile = checkpointFile;
        this.sink = sink;
        this.listener = listener;
        this.clock = clock;
        var memory = new FileMemory(
                checkpointFile.read().orElseGet(this::noCheckpoint),
                followed.paths().getFirst());
        Instant asOf = checkpointFile.writtenAt().orElse(Instant.EPOCH);
        var removal = new Removal(followed.removeRotatedAfter(), roots, listener);
        this.roster = new Roster(memory, followed.paths(), asOf, removal, listener);
        this.attention = new Attention(hints, listener, ticker);
        this.look = new Interval(BETWEEN_LOOKS, ticker);
        this.checkpoint = new Interval(BETWEEN_CHECKPOINTS, ticker);
    }

    /**
     * Without a checkpoint nobody knows which generations were given before; to give one again would make new lines look
     * like repeats of old ones. So they begin at the time, in seconds.
     */
    private Checkpoint noCheckpoint() {
        long seconds = Duration.between(FIRST_SECOND, clock.instant()).toSeconds();
        return new Checkpoint(Math.toIntExact(seconds), List.of(), List.of());
    }

    /** Reads what there is, a buffer's length a file at most; returns how much that was, 0 if there is nothing to do. */
    public int doWork() {
        boolean looked = look.isDue();
        if (looked) {
            folders.forEach(this::lookAt);
        }
        int work = 0;
        List<Tailer> round = attention.next();
        for (Tailer tailer : round) {
            if (looked || !failing.contains(tailer)) {
                int done = step(tailer, looked || attention.sweeping());
                attention.stepped(tailer, done);
                work += done;
            }
        }
        return work + settle(round) + writeCheckpointIfDue(round);
    }

    /** How far each file is. */
    public List<FileProgress> progress() {
        return roster.progress().toList();
    }

    /** Logs that nobody has seen for so long that they are not expected back. */
    public Set<Path> gone() {
        return roster.gone();
    }

    /** Whether each folder could be read when it was last looked at. */
    public boolean foldersReadable() {
        return folders.stream().allMatch(LogFolder::readable);
    }

    /** How many symbolic links are not followed, since they lead out of the folders. */
    public int refused() {
        return folders.stream().mapToInt(LogFolder::refused).sum();
    }

    private void lookAt(LogFolder folder) {
        try {
            var found = folder.look();
            if (found.isPresent()) {
                roster.update(folder.path(), found.get(), clock.instant());
                attention.listed(folder.real(), found.get());
            }
            if (roster.retire(clock.instant()) || found.isPresent()) {
                attention.follow(roster.tailers());
                failing.retainAll(roster.tailers());
                changed = true;
            }
        } catch (IOException e) {
            folder.lost(e);
            roster.lostSight(folder.path());
        }
    }

    private int step(Tailer tailer, boolean measured) {
        try {
            boolean awaited = tailer.awaitsLook();
            boolean reads = sink.hasRoom() && sink.wants(tailer.file());
            int work = reads ? tailer.doWork(buffer, sink) : tailer.waitForRoom(measured);
            failing.remove(tailer);
            if (tailer.awaitsLook() && !awaited) {
                listFolderOf(tailer);
                return Math.max(1, work);
            }
            return work;
        } catch (IOException e) {
            tailer.failed();
            if (failing.add(tailer)) {
                listener.unreadable(tailer.file().path(), e);
            }
            return 0;
        }
    }

    private void listFolderOf(Tailer tailer) {
        folders.stream()
                .filter(folder -> folder.path().equals(tailer.file().path().getParent()))
                .forEach(LogFolder::listAgain);
        look.hurry();
    }

    private int settle(List<Tailer> round) {
        int settled = 0;
        for (Tailer tailer : round) {
            settled += tailer.settle();
        }
        changed |= settled > 0;
        return settled;
    }

    private int writeCheckpointIfDue(List<Tailer> round) {
        boolean awaited = checkpointWritable && round.stream().anyMatch(Tailer::awaitsCheckpoint);
        changed |= awaited;
        if (!awaited && (!changed || !checkpoint.isDue())) {
            return 0;
        }
        try {
            writeCheckpoint();
            checkpointWritable = true;
            changed = false;
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
        checkpointFile.write(current);
        roster.saved(current);
    }

    /** Keeps what is acknowledged by now, and lets the files go. */
    @Override
    public void close() throws IOException {
        roster.tailers().forEach(Tailer::settle);
        try (attention) {
            writeCheckpoint();
        } finally {
            roster.close();
        }
    }
}
