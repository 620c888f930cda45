// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.contracts.event.FileIdentity;

/**
 * One life of a device's log file.
 *
 * @param identity of that life
 * @param name of the file when it was first seen
 */
public record LogFile(FileIdentity identity, String name) {
    private static final String SUFFIX = ".log";

    public LogFile {
        if (!name.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("'" + name + "' doesn't end in " + SUFFIX);
        }
    }

    /** The firewall that the file is named after. */
    public String device() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    LogFile reborn() {
        return new LogFile(new FileIdentity(identity.device(), identity.inode(), identity.generation() + 1), name);
    }
}
