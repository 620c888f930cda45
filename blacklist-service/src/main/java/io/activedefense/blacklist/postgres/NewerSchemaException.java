// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.io.Serial;

/** The database was used by a newer version of this product; this one must not touch it. */
public final class NewerSchemaException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NewerSchemaException(String version) {
        super("the database has tables of version " + version
                + ", which this version does not know: start the newer version of Active Defense, or restore a backup");
    }
}
