// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.server;

import java.io.IOException;

/** A server that runs as a process of its own. */
public interface Server {
    String name();

    /**
     * Starts the process and returns when it serves.
     *
     * @throws IOException if the process can't be started; a server that ends or never serves is refused with a line
     *     for the operator instead
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    ProcessHandle start() throws IOException, InterruptedException;

    /** Stops the process for good: a start under way fails, a later one is refused. */
    void stop();
}
