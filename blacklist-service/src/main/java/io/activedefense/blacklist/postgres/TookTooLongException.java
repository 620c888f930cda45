// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A search was ended because it took longer than anybody shall wait, or than who asked has waited. */
public final class TookTooLongException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    TookTooLongException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
