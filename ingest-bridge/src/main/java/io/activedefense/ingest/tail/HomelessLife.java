// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A life whose file no longer holds it, followed until it was cut or else remembered. */
record HomelessLife(FileCheckpoint known, @Nullable Tailer cut) {
    /** Of what little is known may fit the copy of another. */
    static final Comparator<HomelessLife> BEST_KNOWN_FIRST = Comparator.<HomelessLife>comparingInt(
                    homeless -> homeless.known.head().length())
            .thenComparingLong(homeless -> homeless.known.offset())
            .reversed();

    /**
     * Whether the file holds it. Of a life that was only seen to begin a line, none was handed over: nothing of it could be
     * read twice, and what it began with may begin other files too.
     */
    boolean goesOnIn(FileChannel channel) throws IOException {
        long from = cut == null ? known.offset() : cut.life().position();
        return channel.size() >= from
                && Head.in(channel, known.head()).filter(Head::holdsALine).isPresent();
    }

    Life in(FileChannel channel) throws IOException {
        return cut != null
                ? cut.life()
                : Life.resumed(known, Head.in(channel, known.head()).orElseGet(Head::ofNothing));
    }
}
