// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.exchange;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How entries are written to a file, an entry a line. */
public enum EntryFile {
    /** What a firewall reads: the address, and nothing else. */
    PLAIN,
    /** All that is known but the evidence, under a heading. */
    CSV;

    static final List<String> COLUMNS = List.of(
            "address",
            "comment",
            "expiresAt",
            "reasons",
            "origin",
            "firstSeen",
            "lastSeen",
            "listedAt",
            "releasedAt",
            "hits",
            "country");

    /** What stands above the entries. */
    public String heading() {
        return this == PLAIN ? "" : Csv.write(COLUMNS);
    }

    public String line(BlacklistEntry entry) {
        return this == PLAIN ? entry.address() + "\n" : Csv.write(fields(entry));
    }

    private static List<String> fields(BlacklistEntry entry) {
        return List.of(
                entry.address().toString(),
                entry.comment() == null ? "" : entry.comment(),
                text(entry.expiresAt()),
                String.join(" ", entry.reasons()),
                switch (entry.origin()) {
                    case DETECTED -> "detected";
                    case USER_ADDED -> "User Added";
                },
                text(entry.firstSeen()),
                text(entry.lastSeen()),
                text(entry.listedAt()),
                text(entry.releasedAt()),
                Long.toString(entry.hits()),
                entry.country() == null ? "" : entry.country());
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
