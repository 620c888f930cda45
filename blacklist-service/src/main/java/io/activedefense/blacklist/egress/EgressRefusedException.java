// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import java.io.IOException;
import java.io.Serial;

/** A request was to go where none may. */
public final class EgressRefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    EgressRefusedException(String message) {
        super(message);
    }
}
