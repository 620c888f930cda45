// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import io.activedefense.contracts.event.FileIdentity;

/**
 * A file as the kernel names it, however it is called just now.
 *
 * @param device number of the file system's device
 * @param inode the file's number there
 */
public record FilePlace(long device, long inode) {
    public static FilePlace of(FileIdentity identity) {
        return new FilePlace(identity.device(), identity.inode());
    }

    public FileIdentity life(int generation) {
        return new FileIdentity(device, inode, generation);
    }
}
