// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own a process of root sees itself as nobody, and still
 * owns root's files.
 */
final class ForeignUser {
    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");

    private ForeignUser() {}

    /** What comes before a command so that it does not run as root. */
    static List<String> prefix() throws IOException, InterruptedException {
        if (!isRoot()) {
            return List.of();
        }
        if (!works(List.of("unshare", "-U", "true"))) {
            throw new CannotStartException("PostgreSQL refuses to run as root, and 'unshare -U', which would hide that"
                    + " from it, does not work here: start as an ordinary user");
        }
        return OWN_NAMESPACE;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static boolean works(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
