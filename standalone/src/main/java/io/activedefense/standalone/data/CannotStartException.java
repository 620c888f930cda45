// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import java.io.Serial;

/** The product can't start, or not like this. The message is one line for the operator: what is wrong, what to do. */
public final class CannotStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
