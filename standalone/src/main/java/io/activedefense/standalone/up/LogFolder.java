// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the firewalls' log files are. */
sealed interface LogFolder {
    /** A folder that is there already. */
    record Existing(Path path) implements LogFolder {
        public Existing {
            path = path.toAbsolutePath().normalize();
            if (!Files.isDirectory(path)) {
                throw new CannotStartException("The log folder " + path + " does not exist");
            }
            if (!canBeListed(path)) {
                throw new CannotStartException(
                        "The log folder " + path + " can't be read by " + System.getProperty("user.name"));
            }
        }
    }

    /** A folder in the data folder, created where it is missing. */
    record InData() implements LogFolder {}

    Path SYSTEM = Path.of("/var/log/Firewall");

    /** Where rsyslog writes them by our guide, or else a folder of our own. */
    static LogFolder systems() {
        return canBeListed(SYSTEM) ? new Existing(SYSTEM) : new InData();
    }

    default Path in(DataFolder data) throws IOException {
        return switch (this) {
            case Existing existing -> existing.path();
            case InData ignored -> Files.createDirectories(data.firewallLogs());
        };
    }

    private static boolean canBeListed(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder);
    }
}
