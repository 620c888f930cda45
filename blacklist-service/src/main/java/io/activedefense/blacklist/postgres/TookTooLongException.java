// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.io.Serial;

/** A search was ended because it took longer than anybody shall wait. */
public final class TookTooLongException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    TookTooLongException(String message, Throwable cause) {
        super(message, cause);
    }
}
