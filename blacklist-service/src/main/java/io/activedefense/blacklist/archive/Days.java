// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import java.time.Instant;
import java.time.LocalDate;

/** The days of the archive, each of which goes as a whole. */
public interface Days {
    ArchiveUse use();

    /** Removes a day with all that was filed under it; fails where somebody reads it for long. */
    void drop(LocalDate day);

    /** Forgets up to where files were filed of which nothing came since then. */
    int forgetFilesBefore(Instant time);
}
