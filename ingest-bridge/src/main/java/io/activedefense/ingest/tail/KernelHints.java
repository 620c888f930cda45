// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the kernel tells of folders: inotify, by the platform's watch service. */
public final class KernelHints implements ChangeHints {
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();

    private KernelHints(WatchService service) {
        this.service = service;
    }

    /** {@link ChangeHints#NONE} where the kernel's limits leave no room for a watch service. */
    public static ChangeHints orNone(Path anyPath) {
        return orNone(() -> anyPath.getFileSystem().newWatchService());
    }

    static ChangeHints orNone(Opening opening) {
        try {
            return new KernelHints(opening.open());
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Asks the kernel for a watch service. */
    interface Opening {
        WatchService open() throws IOException;
    }

    @Override
    public boolean watch(Path folder) throws IOException {
        WatchKey now = folder.register(service, ENTRY_MODIFY);
        WatchKey before = watched.put(folder, now);
        if (before != null && !before.equals(now)) { // another folder has that name now
            before.cancel();
        }
        return true;
    }

    @Override
    public boolean drainTo(Set<Path> changed) {
        boolean all = false;
        for (WatchKey key = service.poll(); key != null; key = service.poll()) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.context() instanceof Path name && key.watchable() instanceof Path folder) {
                    changed.add(folder.resolve(name));
                } else { // more happened than there was room to tell
                    all = true;
                }
            }
            key.reset(); // one that became invalid is made anew with the folder's next listing
        }
        return !all;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
