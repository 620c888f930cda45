// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import io.activedefense.ingest.checkpoint.LineCounts;
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
    private final FilePlace place;
    private @Nullable Tailer predecessor;
    private Life life;
    private long size;
    private boolean readToEnd;
    private boolean cut;
    private boolean awaitsLook;
    private boolean awaitsCheckpoint;
    private @Nullable Instant absentSince;

    /**
     * @param place of the file that the channel reads, which holds that life
     */
    Tailer(FileChannel channel, FilePlace place, Life life) throws IOException {
        this.channel = channel;
        this.place = place;
        this.life = life;
        life.head().extendFrom(channel);
    }

    /** Reads on for at most a buffer's length; returns how much that was, 0 if there is nothing to do. */
    int doWork(byte[] buffer, LineSink sink) throws IOException {
        awaitsCheckpoint = false;
        if (cut) {
            return 0;
        }
        if (predecessor != null && !predecessor.readToEnd) {
            peek();
            return 0;
        }
        predecessor = null;
        long before = Math.max(size, life.seen());
        size = channel.size();
        if (size < life.position()) {
            return cutOff(before);
        }
        if (size < life.seen()) {
            life.readTo(life.position(), life.position()); // the unfinished line was taken back
        }
        readToEnd = size == life.seen();
        if (isBlank()) {
            peek();
        }
        return readToEnd || awaitsLook ? 0 : readOn(buffer, sink);
    }

    /** The file holds another life now. The one that was read may go on in a copy: until that is known, nothing is read. */
    private int cutOff(long sizeBefore) {
        cut = true;
        readToEnd = false;
        size = sizeBefore;
        return 1;
    }

    boolean isCut() {
        return cut;
    }

    /** Whether no line of its life was read: what is known of it may fit another life too. */
    boolean isBlank() {
        return life.position() == 0;
    }

    /** What the file begins with just now. */
    Head headNow() throws IOException {
        return Head.beginning(channel);
    }

    /** Looks whether it was cut since it was last read. */
    boolean noticeCut() throws IOException {
        if (!cut && (channel.size() < life.position() || !life.head().isStillIn(channel))) {
            cutOff(Math.max(size, life.seen()));
        }
        return cut;
    }

    /**
     * Goes on with what the file holds since it was cut.
     *
     * @param earlier what became of the lines before, unless they go on in a copy
     */
    void beginAgain(LogFile next, LineCounts earlier) {
        life = Life.begunAfter(earlier, next);
        cut = false;
        size = 0;
    }

    /** Reads nothing; its lag grows, which shall show. */
    int waitForRoom(boolean measured) throws IOException {
        if (measured && !cut) {
            size = channel.size();
            readToEnd = size == life.seen();
            peek();
        }
        return 0;
    }

    /**
     * Of a file of which no line was read nothing could tell that lines came, were copied and cut: what is known of it is
     * nothing, or how lines begin. The folder is looked at before more is read.
     */
    private void peek() throws IOException {
        int known = life.head().length();
        life.head().extendFrom(channel);
        awaitsLook |= isBlank() && life.head().length() > known;
    }

    /** Whether it can't go on before the folder is listed. */
    boolean awaitsLook() {
        return awaitsLook || cut;
    }

    void folderListed() {
        awaitsLook = false;
    }

    private int readOn(byte[] buffer, LineSink sink) throws IOException {
        boolean insideTooLong = life.seen() - life.position() > LONGEST_LINE;
        long from = insideTooLong ? life.seen() : life.position();
        int length = channel.read(ByteBuffer.wrap(buffer), from);
        if (length <= 0) {
            return 0;
        }
        // Looked at after the bytes were read: they belong to this life, however fast the file was cut and grew again.
        if (!life.head().extend(buffer, length, from, channel)) {
            return cutOff(Math.max(size, life.seen()));
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

    /** What is to be read to its end first. */
    void follow(Tailer before) {
        predecessor = before;
        before.readToEnd = false; // what came since it was last looked at
    }

    /** Whether all that there was is read and acknowledged, and it waits for nothing. */
    boolean isAtRest() {
        return readToEnd && predecessor == null && !awaitsCheckpoint && life.allAcknowledged();
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

    FilePlace place() {
        return place;
    }

    Life life() {
        return life;
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

    long size() {
        return size;
    }

    long unreadBytes() {
        return Math.max(0, size - life.position());
    }

    FileCheckpoint checkpoint() {
        var checkpoint = life.checkpoint().at(place);
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
