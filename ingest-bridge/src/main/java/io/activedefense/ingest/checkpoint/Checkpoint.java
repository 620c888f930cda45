// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import java.util.List;

/**
 * Where the bridge stopped.
 *
 * @param version of this layout
 * @param firstGeneration of a file that is not named here: above that of every file ever forgotten, so that an inode
 *     that is used again can't repeat an identity
 * @param folders that were looked into: what was there before the first look counts as read
 * @param files by their order of discovery
 */
public record Checkpoint(int version, int firstGeneration, List<String> folders, List<FileCheckpoint> files) {
    public static final int VERSION = 2;

    public Checkpoint {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        if (version != VERSION) {
            throw new IllegalArgumentException("checkpoint version " + version + " is not " + VERSION);
        }
    }

    public Checkpoint(int firstGeneration, List<String> folders, List<FileCheckpoint> files) {
        this(VERSION, firstGeneration, folders, files);
    }
}
