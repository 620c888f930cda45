// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Says which files may have changed. A hint may come late, more than once, or never, as for what another host writes to a
 * network file system: whoever uses it looks for itself now and then.
 */
public interface ChangeHints extends AutoCloseable {
    /** Hints of nothing. */
    ChangeHints NONE = new ChangeHints() {
        @Override
        public boolean watch(Path folder) {
            return false;
        }

        @Override
        public boolean drainTo(Set<Path> changed) {
            return true;
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    /** Hints of this folder's files from now on; returns whether it does. May be asked again for a folder. */
    boolean watch(Path folder) throws IOException;

    /** Adds the paths that may have changed since it was last asked; false if any may have. Doesn't wait. */
    boolean drainTo(Set<Path> changed);

    @Override
    void close() throws IOException;
}
