// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.file.Path;

/** Is told what happens to the files, once when it happens. */
public interface TailListener {
    void folderReadable(Path folder);

    void folderUnreadable(Path folder, IOException because);

    /** A symbolic link that leads out of the configured folders; what it points at is not read. */
    void refused(Path link);

    /** A compressed file has lines that were not read before it was compressed; they never will be. */
    void compressedUnread(Path file);

    /** A file grew and the kernel did not tell: from now on all files are looked at often. */
    void hintsMissed();

    /** The file's lines are read from this offset on. */
    void following(LogFile file, long offset);

    /** The file can't be opened or read; it is tried again. */
    void unreadable(Path file, IOException because);

    /** The file was cut: what was written to it and not read, is lost. */
    void truncated(LogFile file, long unreadBytes);

    /** The file has left the folder and was read to the end of its last whole line. */
    void retired(LogFile file, long unreadBytes);

    /** A rotated file was removed: Kafka has all that it held. */
    void removed(Path file, long bytes);

    /** A rotated file can't be removed; it is tried again. */
    void notRemoved(Path file, IOException because);

    /** The checkpoint stays where it was; it is tried again. */
    void checkpointNotWritten(IOException because);
}
