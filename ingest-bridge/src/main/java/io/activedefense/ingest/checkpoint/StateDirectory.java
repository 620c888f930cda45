// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The directory of one bridge's state, held against any other bridge until closed. */
public final class StateDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private StateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if it is missing, and takes it.
     *
     * @throws IOException if it can't be made or written, or another bridge holds it
     */
    public static StateDirectory take(Path path) throws IOException {
        Files.createDirectories(path);
        var channel = FileChannel.open(path.resolve("lock"), CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException(path + " is in use by another ingest bridge");
        }
        return new StateDirectory(path, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // held within this process
            return null;
        }
    }

    public CheckpointFile checkpointFile() {
        return new CheckpointFile(path);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
