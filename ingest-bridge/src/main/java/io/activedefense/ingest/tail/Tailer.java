// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows one file through its lives. Step it; it never sleeps and never spawns. */
final class Tailer implements AutoCloseable {
    /** Bytes; a longer line is no line, but handed over as such. */
    static final int LONGEST_LINE = 64 * 1024;

    private final FileChannel channel;
    private final TailListener listener;
    private @Nullable Tailer predecessor;
    private Life life;
    private long size;
    private boolean readToEnd;
    private boolean awaitsCheckpoint;
    private @Nullable Instant absentSince;

    /**
     * @param predecessor what the file's name meant before: read to its end first
     */
    Tailer(FileChannel channel, Life life, @Nullable Tailer predecessor, TailListener listener) {
        this.channel = channel;
        this.life = life;
        this.predecessor = predecessor;
        this.listener = listener;
    }

    /** Reads on for at most a buffer's length; returns how much that was, 0 if there is nothing to do. */
    int doWork(byte[] buffer, LineSink sink) throws IOException {
        awaitsCheckpoint = false;
        if (predecessor != null && !predecessor.readToEnd) {
            return 0;
        }
        predecessor = null;
        long before = Math.max(size, life.seen());
        size = channel.size();
        if (size < life.position()) {
            beginNewLife(before);
            return 1;
        }
        if (size < life.seen()) {
            life.readTo(life.position(), life.position()); // the unfinished line was taken back
        }
        readToEnd = size == life.seen();
        return readToEnd ? 0 : readOn(buffer, sink);
    }

    /** Reads nothing; its lag grows, which shall show. */
    int waitForRoom(boolean measured) throws IOException {
        if (measured) {
            size = channel.size();
        }
        return 0;
    }

    private int readOn(byte[] buffer, LineSink sink) throws IOException {
        boolean insideTooLong = life.seen() - life.position() > LONGEST_LINE;
        long from = insideTooLong ? life.seen() : life.position();
        int length = channel.read(ByteBuffer.wrap(buffer), from);
        if (length <= 0) {
            return 0;
        }
        life.head().extend(buffer, length, from);
        // Looked at after the bytes were read: they belong to this life, however fast the file was cut and grew again.
        if (!life.head().isStillIn(channel)) {
            beginNewLife(life.seen());
            return 1;
        }
        if (!life.isSaved()) {
            awaitsCheckpoint = true;
            return 0;
        }
        if (insideTooLong) {
            endTooLong(buffer, length, from, sink);
        } else {
            handOverLines(buffer, length, from, sink);
        }
        return length;
    }

    private void handOverLines(byte[] buffer, int length, long offset, LineSink sink) {
        int lineFeed = LineFeed.next(buffer, 0, length);
        int at = 0;
        if (lineFeed >= 0) {
            var run = sink.begin(life.file());
            for (; lineFeed >= 0; lineFeed = LineFeed.next(buffer, at, length)) {
                int from = skipHole(buffer, at, lineFeed);
                handOver(run, buffer, from, lineFeed, offset + from);
                at = lineFeed + 1;
            }
            life.handedOver(run.end(), offset + at);
        }
        life.readTo(offset + skipHole(buffer, at, length), offset + length);
    }

    private static void handOver(LineSink.Run run, byte[] buffer, int from, int to, long offset) {
        if (to - from > LONGEST_LINE) {
            run.tooLong(buffer, from, from + LONGEST_LINE, offset, to - from);
        } else {
            run.line(buffer, from, to, offset);
        }
    }

    /** A file that was cut under a writer that keeps its offset begins with a hole, which reads as NULs. */
    private static int skipHole(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && buffer[at] == 0) {
            at++;
        }
        return at;
    }

    /** Keeps nothing of the line while its end is searched: its beginning is read once more. */
    private void endTooLong(byte[] buffer, int length, long offset, LineSink sink) throws IOException {
        int lineFeed = LineFeed.next(buffer, 0, length);
        if (lineFeed < 0) {
            life.readTo(life.position(), offset + length);
            return;
        }
        long end = offset + lineFeed;
        int kept = channel.read(ByteBuffer.wrap(buffer, 0, LONGEST_LINE), life.position());
        var run = sink.begin(life.file());
        run.tooLong(buffer, 0, Math.max(0, kept), life.position(), end - life.position());
        life.handedOver(run.end(), end + 1);
        life.readTo(end + 1, end + 1);
    }

    private void beginNewLife(long sizeBefore) {
        listener.truncated(life.file(), sizeBefore - life.position());
        life = Life.begun(life.file().reborn());
        readToEnd = false;
    }

    /** The name that was followed here means another file now; what remains is to be read first. */
    void succeeded() {
        readToEnd = false;
    }

    /** It can't be read just now; its successor need not wait for that. */
    void failed() {
        readToEnd = true;
    }

    void present() {
        absentSince = null;
    }

    void absent(Instant now) {
        absentSince = absentSince == null ? now : absentSince;
    }

    /** Whether its name left the folder before that moment, and all that it held is safe. */
    boolean isOver(Instant moment) {
        return absentSince != null && absentSince.isBefore(moment) && readToEnd && life.allAcknowledged();
    }

    int settle() {
        return life.settle();
    }

    /** Whether it can't go on before a checkpoint is written. */
    boolean awaitsCheckpoint() {
        return awaitsCheckpoint;
    }

    void saved(FileCheckpoint onDisk) {
        if (onDisk.identity().equals(life.file().identity())) {
            life.saved(onDisk.head());
        }
    }

    LogFile file() {
        return life.file();
    }

    long unreadBytes() {
        return Math.max(0, size - life.position());
    }

    FileCheckpoint checkpoint() {
        var checkpoint = life.checkpoint();
        return absentSince == null ? checkpoint : checkpoint.absentSince(absentSince);
    }

    FileProgress progress() {
        return life.progress(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
