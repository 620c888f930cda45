// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import java.io.IOException;

/**
 * Stops the server when we are killed: a shell that waits for the end of its standard input, the other end of which
 * the kernel closes with us.
 */
final class Guard implements AutoCloseable {
    private static final String SCRIPT =
            "trap '' INT HUP TERM; while read -r line; do :; done; kill -INT \"$1\" 2>/dev/null";

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard over(ProcessHandle server) throws IOException {
        return new Guard(new ProcessBuilder("/bin/sh", "-c", SCRIPT, "guard", Long.toString(server.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Lets the server run on. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
