// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import java.time.Duration;

/** Work in steps. A step neither sleeps nor spawns; tests take steps themselves. */
public interface Loop extends AutoCloseable {
    /**
     * Takes one step.
     *
     * @return how long nothing is to be done, unless somebody wakes the runner
     * @throws Exception if the step failed; it is taken again after a rest
     */
    Duration step() throws Exception;

    @Override
    default void close() {}
}
