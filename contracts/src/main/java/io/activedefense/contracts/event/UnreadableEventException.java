// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import java.io.Serial;

/** Bytes that are not an event of a version that is known here. */
public final class UnreadableEventException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableEventException(String why) {
        super(why);
    }
}
