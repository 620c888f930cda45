// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the firewalls' log files are. */
final class LogFolder {
    private LogFolder() {}

    static void refuseUnreadable(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CannotStartException("The log folder " + folder.toAbsolutePath() + " does not exist");
        }
        if (!canBeListed(folder)) {
            throw new CannotStartException("The log folder " + folder.toAbsolutePath() + " can't be read by "
                    + System.getProperty("user.name"));
        }
    }

    /** The folder that the plan names, or the system's, or one of our own. */
    static Path of(Plan plan, DataFolder data) throws IOException {
        if (plan.logs() != null) {
            return plan.logs().toAbsolutePath().normalize();
        }
        return canBeListed(Plan.SYSTEM_LOGS) ? Plan.SYSTEM_LOGS : Files.createDirectories(data.firewallLogs());
    }

    private static boolean canBeListed(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder);
    }
}
