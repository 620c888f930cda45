// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;

/**
 * A file as the kernel names it, however it is called just now.
 *
 * @param device number of the file system's device
 * @param inode the file's number there
 */
record FileKey(long device, long inode) {
    static FileKey of(FileIdentity identity) {
        return new FileKey(identity.device(), identity.inode());
    }

    FileIdentity life(int generation) {
        return new FileIdentity(device, inode, generation);
    }
}
