// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import java.io.Serial;
import java.nio.file.Path;

/** The checkpoint was written by a newer version of the product, which alone knows what it means. */
public final class NewerCheckpointException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1;

    NewerCheckpointException(Path file, int version) {
        super(file + " was written by a newer version of Active Defense (layout " + version + ", this version reads "
                + Checkpoint.VERSION + "): start that version or a newer one");
    }
}
