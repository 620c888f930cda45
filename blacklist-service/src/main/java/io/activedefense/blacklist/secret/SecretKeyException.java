// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.secret;

import java.io.Serial;

/** What is kept encrypted can't be encrypted or read: the key is away, or it is another one. */
public final class SecretKeyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    SecretKeyException(String message, Throwable cause) {
        super(message, cause);
    }

    SecretKeyException(String message) {
        super(message);
    }
}
