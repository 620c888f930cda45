// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import io.activedefense.contracts.event.FileIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one life of one file is acknowledged.
 *
 * @param identity of that life
 * @param log path of the log that the file is or was; its device is named so, whatever rotation renames it to
 * @param head fingerprint of its first bytes
 * @param offset bytes from the beginning whose every line is acknowledged
 * @param counts of the lines up to the offset, and of the file's earlier lives that nothing is left of
 * @param absentSince when its name left the folder; absent: it is there
 * @param copiedTo the file that holds that life since its own was cut; absent: its own does
 * @param readFromStart whether all up to the offset was read by us; older versions did not tell
 */
public record FileCheckpoint(
        FileIdentity identity,
        String log,
        Fingerprint head,
        long offset,
        LineCounts counts,
        @Nullable Instant absentSince,
        @Nullable FilePlace copiedTo,
        boolean readFromStart) {
    public FileCheckpoint {
        if (offset < 0) {
            throw new IllegalArgumentException(log + ": offset " + offset + " is negative");
        }
    }

    public FileCheckpoint absentSince(Instant at) {
        return absentSince != null
                ? this
                : new FileCheckpoint(identity, log, head, offset, counts, at, copiedTo, readFromStart);
    }

    /** Where its bytes are. */
    public FilePlace place() {
        return copiedTo == null ? FilePlace.of(identity) : copiedTo;
    }

    public FileCheckpoint at(FilePlace place) {
        boolean own = place.equals(FilePlace.of(identity));
        return new FileCheckpoint(identity, log, head, offset, counts, absentSince, own ? null : place, readFromStart);
    }
}
