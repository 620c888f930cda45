// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.settings.DeviceName;
import java.nio.file.Path;

/**
 * One life of a device's log file.
 *
 * @param identity of that life
 * @param path of the log that it is or was, whatever rotation named the file since
 * @param device the firewall that the file is named after
 */
public record LogFile(FileIdentity identity, Path path, String device) {
    private static final String SUFFIX = ".log";

    public LogFile {
        if (!isLog(path)) {
            throw new IllegalArgumentException("'" + path + "' doesn't end in " + SUFFIX);
        }
    }

    public LogFile(FileIdentity identity, Path path) {
        this(identity, path, deviceOf(nameOf(path)));
    }

    private static String deviceOf(String name) {
        return DeviceName.of(name.substring(0, Math.max(0, name.length() - SUFFIX.length())));
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    static boolean isLog(Path path) {
        String name = nameOf(path);
        return name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
    }

    public String name() {
        return nameOf(path);
    }

    LogFile reborn() {
        return new LogFile(
                new FileIdentity(identity.device(), identity.inode(), identity.generation() + 1), path, device);
    }
}
