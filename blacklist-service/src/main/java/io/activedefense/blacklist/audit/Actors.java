// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import java.util.Optional;

/** Knows for whom the present thread works. */
@FunctionalInterface
public interface Actors {
    /** Nobody: the service works by itself. */
    Actors NOBODY = Optional::empty;

    Optional<Actor> now();
}
