// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One holder at a time: the kernel lets go of the lock whatever way the holder ends. */
final class FolderLock {
    private FolderLock() {}

    static FileLock take(Path file, Path folder) throws IOException {
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(
                        StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new CannotStartException("The data folder " + folder + " is in use by this very process", e);
        }
        channel.close();
        throw new CannotStartException(
                "The data folder " + folder + " is in use: Active Defense runs on it already, as process "
                        + Files.readString(file).strip());
    }
}
