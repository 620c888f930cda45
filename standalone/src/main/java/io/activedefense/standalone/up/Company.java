// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.io.IOException;
import java.nio.file.Path;

/** What runs beside the product, and what becomes of the data folder in the end. */
interface Company {
    /** A product for itself, that remembers. */
    Company NONE = new Company() {
        @Override
        public AutoCloseable begin(Path logs, Progress progress) {
            return () -> {};
        }

        @Override
        public boolean keepsData() {
            return true;
        }
    };

    /** Begins when the product is ready; closed before the product stops. */
    AutoCloseable begin(Path logs, Progress progress) throws IOException;

    boolean keepsData();
}
