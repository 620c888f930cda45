// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import java.util.List;

/** What operators are to know of the archive. */
public final class ArchiveTroubles implements Troubles {
    private final ArchiveKeeper keeper;

    public ArchiveTroubles(ArchiveKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String source() {
        return "archive";
    }

    @Override
    public List<Trouble> found() {
        return keeper.state().flatMap(ArchiveKeeper.State::shortage).stream()
                .map(ArchiveTroubles::full)
                .toList();
    }

    private static Trouble full(String why) {
        return new Trouble(
                "archive-stopped",
                "archive",
                "No more log records are filed: " + why
                        + ". Detection and the list go on; Kafka keeps the lines for 7 days.",
                "Make room on the disk of the database, keep log records for fewer days in the settings, or let the archive"
                        + " take more.");
    }
}
