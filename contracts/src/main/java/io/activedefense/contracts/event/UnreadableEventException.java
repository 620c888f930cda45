// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import java.io.Serial;

/** What should be an event is none that is known here. */
public final class UnreadableEventException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnreadableEventException(String why) {
        super(why);
    }
}
