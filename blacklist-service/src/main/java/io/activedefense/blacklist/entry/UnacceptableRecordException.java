// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.entry;

import java.io.Serial;

/** A record that can't be stored, whatever the number of attempts: its content is at fault, not the store. */
public final class UnacceptableRecordException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnacceptableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
