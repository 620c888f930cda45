// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import java.util.OptionalLong;

/** The disk that PostgreSQL keeps the archive on. */
@FunctionalInterface
public interface Disk {
    /** Where nobody has said where that is. */
    Disk UNKNOWN = OptionalLong::empty;

    OptionalLong freeBytes();
}
