// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.files;

import io.activedefense.ingest.checkpoint.CheckpointFile;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.ChangeHints;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FollowedFolders;
import io.activedefense.ingest.tail.Follower;
import io.activedefense.ingest.tail.LineSink;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.ingest.tail.TailListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The bridge's follower, stepped as the bridge does, whose lines are only counted. */
final class Following implements AutoCloseable {
    private static final long SHORTEST_REST = 1_000_000;
    private static final long LONGEST_REST = 20_000_000;

    private final Follower follower;
    private final AtomicLong lines = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    private Following(Path logs, Path state, ChangeHints hints) throws IOException {
        follower = new Follower(
                new FollowedFolders(List.of(logs)),
                new CheckpointFile(state),
                hints,
                new Counting(),
                new Silent(),
                Clock.systemUTC(),
                System::nanoTime);
        thread = Thread.ofPlatform().name("following").unstarted(this::run);
    }

    static Following begun(Path logs, Path state, ChangeHints hints) throws IOException {
        var following = new Following(logs, state, hints);
        following.thread.start();
        return following;
    }

    long lines() {
        return lines.get();
    }

    void awaitLines(long expected) {
        while (lines.get() < expected) {
            LockSupport.parkNanos(100_000);
        }
    }

    private void run() {
        long rest = SHORTEST_REST;
        while (!closing) {
            if (follower.doWork() > 0) {
                rest = SHORTEST_REST;
            } else {
                LockSupport.parkNanos(rest);
                rest = Math.min(rest * 2, LONGEST_REST);
            }
        }
        try {
            follower.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Counting implements LineSink {
        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public boolean wants(LogFile file) {
            return true;
        }

        @Override
        public LineSink.Run begin(LogFile file) {
            return new Counted();
        }
    }

    private final class Counted implements LineSink.Run, Delivery {
        private long count;

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            count++;
        }

        @Override
        public void tooLong(byte[] buffer, int from, int to, long offset, long length) {
            count++;
        }

        @Override
        public Delivery end() {
            lines.addAndGet(count);
            return this;
        }

        @Override
        public boolean acknowledged() {
            return true;
        }

        @Override
        public LineCounts counts() {
            return new LineCounts(count, Map.of());
        }

        @Override
        public long newestEventMillis() {
            return NO_EVENT_TIME;
        }
    }

    /** Trouble would falsify what is measured; anything else is not told. */
    private static final class Silent implements TailListener {
        @Override
        public void folderReadable(Path folder) {}

        @Override
        public void folderUnreadable(Path folder, IOException because) {
            throw new UncheckedIOException(because);
        }

        @Override
        public void refused(Path link) {}

        @Override
        public void compressedUnread(Path file) {}

        @Override
        public void hintsMissed() {
            throw new IllegalStateException("the kernel did not tell of a change");
        }

        @Override
        public void following(LogFile file, long offset) {}

        @Override
        public void unreadable(Path file, IOException because) {
            throw new UncheckedIOException(because);
        }

        @Override
        public void truncated(LogFile file, long unreadBytes) {}

        @Override
        public void retired(LogFile file, long unreadBytes) {}

        @Override
        public void removed(Path file, long bytes) {}

        @Override
        public void notRemoved(Path file, IOException because) {}

        @Override
        public void checkpointNotWritten(IOException because) {
            throw new UncheckedIOException(because);
        }
    }
}
