// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.io.Serial;

/** The database did not do what it was asked to; another attempt may succeed. */
public final class DatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
