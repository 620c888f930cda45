// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class RecordingListener implements TailListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void folderReadable(Path folder) {
        told.add("folder readable");
    }

    @Override
    public void folderUnreadable(Path folder, IOException because) {
        told.add("folder unreadable");
    }

    @Override
    public void refused(Path link) {
        told.add("refused " + link.getFileName());
    }

    @Override
    public void compressedUnread(Path file) {
        told.add("compressed unread " + file.getFileName());
    }

    @Override
    public void hintsMissed() {
        told.add("hints missed");
    }

    @Override
    public void following(LogFile file, long offset) {
        told.add("following " + file.name() + " from " + offset);
    }

    @Override
    public void unreadable(Path file, IOException because) {
        told.add("unreadable " + file.getFileName());
    }

    @Override
    public void truncated(LogFile file, long unreadBytes) {
        told.add("truncated " + file.name() + " unread " + unreadBytes);
    }

    @Override
    public void retired(LogFile file, long unreadBytes) {
        told.add("retired " + file.name() + " unread " + unreadBytes);
    }

    @Override
    public void removed(Path file, long bytes) {
        told.add("removed " + file.getFileName() + " of " + bytes);
    }

    @Override
    public void notRemoved(Path file, IOException because) {
        told.add("not removed " + file.getFileName());
    }

    @Override
    public void checkpointNotWritten(IOException because) {
        told.add("checkpoint not written");
    }
}
