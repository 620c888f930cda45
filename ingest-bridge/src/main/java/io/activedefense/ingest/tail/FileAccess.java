// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FilePlace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens files, and remembers which can't be opened and which need not be again. */
final class FileAccess {
    private final TailListener listener;
    private final Set<Path> unreadable = new HashSet<>();
    private final Map<FilePlace, Long> examined = new HashMap<>();

    FileAccess(TailListener listener) {
        this.listener = listener;
    }

    /** Empty if it can't be, which is told once. */
    Optional<FileChannel> open(FoundFile file) {
        try {
            var channel = file.open();
            unreadable.remove(file.path());
            return channel;
        } catch (IOException e) {
            if (unreadable.add(file.path())) {
                listener.unreadable(file.path(), e);
            }
            return Optional.empty();
        }
    }

    /** At this size there is nothing to read in it. */
    void examined(FilePlace place, long size) {
        examined.put(place, size);
    }

    boolean isExamined(FoundFile file) {
        return Long.valueOf(file.size()).equals(examined.get(file.key()));
    }

    /** Another file may be that one by now. */
    void forget(FilePlace place) {
        examined.remove(place);
    }

    void forgetExamined() {
        examined.clear();
    }
}
