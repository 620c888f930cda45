// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file of a log's family, and what is found out about it while the family's succession is settled. */
final class FamilyMember {
    final FoundFile file;

    @Nullable FileChannel channel;

    @Nullable Tailer tailer;

    @Nullable Life life;

    /** Whether it holds lines that we know, so that what is older is none of ours. */
    boolean known;

    FamilyMember(FoundFile file) {
        this.file = file;
    }

    boolean isUnknown() {
        return tailer == null && life == null && !known;
    }

    /** Whether it may go on with that life: a few bytes that were seen of a file with its inode say less than a long head. */
    boolean mayHold(HomelessLife homeless) {
        boolean lessKnown = tailer == null
                && !known
                && life != null
                && life.head().length() < homeless.known().head().length();
        return isUnknown() || lessKnown;
    }

    boolean isCut() {
        try {
            return tailer != null && tailer.noticeCut();
        } catch (IOException e) {
            return tailer.isCut(); // that it can't be read, its next step tells
        }
    }
}
