// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.Fingerprint;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * How far one life of a file has come.
 *
 * <pre>
 *   0 ............ acknowledged ............ position ............ seen
 *     need not be     handed over, but          the beginning of
 *     read again      not acknowledged          an unfinished line
 * </pre>
 */
final class Life {
    private record HandedOver(Delivery delivery, long end) {}

    private final LogFile file;
    private final Head head;
    private final boolean fromStart;
    private final ArrayDeque<HandedOver> underway = new ArrayDeque<>();
    private @Nullable Fingerprint savedHead;
    private long acknowledged;
    private long position;
    private long seen;
    private LineCounts counts;
    private long newestEventMillis = Delivery.NO_EVENT_TIME;

    private Life(LogFile file, Head head, boolean fromStart, long offset, LineCounts counts) {
        this.file = file;
        this.head = head;
        this.fromStart = fromStart;
        this.counts = counts;
        acknowledged = position = seen = offset;
    }

    static Life begun(LogFile file) {
        return begunAfter(LineCounts.NONE, file);
    }

    /** A life of a file that had others, of which nothing is left but what became of their lines. */
    static Life begunAfter(LineCounts earlier, LogFile file) {
        return new Life(file, Head.ofNothing(), true, 0, earlier);
    }

    static Life resumed(FileCheckpoint checkpoint, Head head) {
        var file = new LogFile(checkpoint.identity(), Path.of(checkpoint.log()));
        var life = new Life(file, head, checkpoint.readFromStart(), checkpoint.offset(), checkpoint.counts());
        life.saved(checkpoint.head());
        return life;
    }

    LogFile file() {
        return file;
    }

    Head head() {
        return head;
    }

    long position() {
        return position;
    }

    long seen() {
        return seen;
    }

    /** Lines begin or go on behind this; up to there no line feed was left behind. */
    void readTo(long newPosition, long newSeen) {
        position = newPosition;
        seen = newSeen;
    }

    void handedOver(Delivery delivery, long end) {
        underway.add(new HandedOver(delivery, end));
    }

    /** Moves what is acknowledged as far as no delivery before it is open; returns how many deliveries that took in. */
    int settle() {
        int settled = 0;
        for (var first = underway.peek(); first != null && first.delivery.acknowledged(); first = underway.peek()) {
            underway.remove();
            acknowledged = first.end;
            counts = counts.plus(first.delivery.counts());
            newestEventMillis = Math.max(newestEventMillis, first.delivery.newestEventMillis());
            settled++;
        }
        return settled;
    }

    boolean allAcknowledged() {
        return underway.isEmpty();
    }

    FileCheckpoint checkpoint() {
        String log = file.path().toString();
        return new FileCheckpoint(
                file.identity(), log, head.fingerprint(), acknowledged, counts, null, null, fromStart);
    }

    /** A checkpoint that holds this head is on disk. */
    void saved(Fingerprint headOnDisk) {
        savedHead = headOnDisk;
    }

    /**
     * Whether the checkpoint on disk tells this life from any other. Until then no line of it may be handed over: after a
     * crash and a truncation its identity would be given again, to other lines.
     */
    boolean isSaved() {
        return head.fingerprint().equals(savedHead);
    }

    FileProgress progress(long size) {
        return new FileProgress(file, acknowledged, Math.max(0, size - acknowledged), counts, newestEventMillis);
    }
}
