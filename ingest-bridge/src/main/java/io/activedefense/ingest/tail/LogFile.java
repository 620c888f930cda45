// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.settings.DeviceName;

/**
 * One life of a device's log file.
 *
 * @param identity of that life
 * @param name of the file when it was first seen
 * @param device the firewall that the file is named after
 */
public record LogFile(FileIdentity identity, String name, String device) {
    private static final String SUFFIX = ".log";

    public LogFile {
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("'" + name + "' doesn't end in " + SUFFIX);
        }
    }

    public LogFile(FileIdentity identity, String name) {
        this(identity, name, deviceOf(name));
    }

    private static String deviceOf(String name) {
        return DeviceName.of(name.substring(0, Math.max(0, name.length() - SUFFIX.length())));
    }

    LogFile reborn() {
        return new LogFile(
                new FileIdentity(identity.device(), identity.inode(), identity.generation() + 1), name, device);
    }
}
