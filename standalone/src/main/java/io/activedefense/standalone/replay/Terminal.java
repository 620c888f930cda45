// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody sits in front of standard error. Java tells only of standard input and output together. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    static boolean isStandardError() {
        try {
            return Files.isSymbolicLink(STANDARD_ERROR)
                    && isTerminal(Files.readSymbolicLink(STANDARD_ERROR).toString());
        } catch (IOException e) {
            return false; // it can't be looked at: then nothing is drawn there
        }
    }

    static boolean isTerminal(String file) {
        return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
    }
}
