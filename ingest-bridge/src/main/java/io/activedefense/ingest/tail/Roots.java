// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders that the bridge's own configuration names. Nothing else is ever opened: not what a symbolic link in them
 * points at, nor what any message says.
 */
final class Roots {
    private final List<Path> folders;

    Roots(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Whether a path without links stands directly in one of them. Not deeper: a folder in between could be exchanged for a
     * link after it was looked at.
     */
    boolean hold(Path real) {
        return folders.stream().anyMatch(folder -> isIn(folder, real));
    }

    private static boolean isIn(Path folder, Path real) {
        try {
            return folder.toRealPath().equals(real.getParent());
        } catch (IOException e) {
            return false; // away for a while: then nothing is in it
        }
    }
}
