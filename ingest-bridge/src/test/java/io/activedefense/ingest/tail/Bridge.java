// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.CheckpointFile;
import io.activedefense.ingest.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A follower with a clock that the test owns, which can be stopped, killed and started again. */
final class Bridge {
    final RecordingListener listener = new RecordingListener();
    private final FollowedFolders folders;
    private final Path state;
    private final ChangeHints hints;
    private final LineSink sink;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private Follower follower;

    Bridge(Path folder, Path state, LineSink sink) {
        this(new FollowedFolders(List.of(folder)), state, ChangeHints.NONE, sink);
    }

    Bridge(FollowedFolders folders, Path state, ChangeHints hints, LineSink sink) {
        this.folders = folders;
        this.state = state;
        this.hints = hints;
        this.sink = sink;
        this.follower = start();
    }

    private Follower start() {
        try {
            return new Follower(folders, new CheckpointFile(state), hints, sink, listener, clock, clock::nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second passes, in which the folder is looked at, and everything is read that can be. */
    void settle() {
        pass(Duration.ofSeconds(1));
        runUntilIdle();
        pass(Duration.ofSeconds(1));
        runUntilIdle();
    }

    void step() {
        follower.doWork();
    }

    void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    void runUntilIdle() {
        for (int round = 0; follower.doWork() > 0; round++) {
            if (round > 100_000) {
                throw new AssertionError("It finds work to do for ever: " + follower.progress());
            }
        }
    }

    List<FileProgress> progress() {
        return follower.progress();
    }

    Set<Path> gone() {
        return follower.gone();
    }

    int refused() {
        return follower.refused();
    }

    void stop() {
        try {
            follower.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart() {
        stop();
        follower = start();
    }

    /** What it had in memory is gone; the files that it held open would be closed by the kernel. */
    void crash() {
        follower = start();
    }
}
