// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, each in place in a buffer that is used again. What follows the last line feed is a line, too;
 * of a line that is longer than {@link #LONGEST} only the beginning is given, which no format takes for a whole line.
 */
final class LineReader {
    static final int LONGEST = 1 << 20;

    private static final int USUAL = 1 << 17;

    private final InputStream stream;
    private byte[] buffer = new byte[USUAL];
    private int from;
    private int to;
    private int next;
    private int limit;
    private boolean ended;

    LineReader(InputStream stream) {
        this.stream = stream;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
        from = next;
        int at = from;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            if (at < limit) {
                to = at;
                next = at + 1;
                return true;
            }
            if (at - from > LONGEST) {
                return passOverTheRest();
            }
            at -= makeRoom();
            if (!fill()) {
                to = limit;
                next = limit;
                return to > from;
            }
        }
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Moves the line to the buffer's beginning, and makes a full buffer larger; returns how far it moved. */
    private int makeRoom() {
        int moved = from;
        if (moved > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            limit -= moved;
            from = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return moved;
    }

    private boolean fill() throws IOException {
        int count = ended ? -1 : stream.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
        return !ended;
    }

    private boolean passOverTheRest() throws IOException {
        int begun = LONGEST;
        to = from + begun;
        var passed = new byte[USUAL];
        int count;
        while ((count = stream.read(passed)) > 0) {
            for (int i = 0; i < count; i++) {
                if (passed[i] == '\n') {
                    keepBehind(passed, i + 1, count);
                    return true;
                }
            }
        }
        ended = true;
        next = limit;
        return true;
    }

    private void keepBehind(byte[] passed, int first, int count) {
        next = to;
        limit = to + count - first;
        buffer = limit > buffer.length ? Arrays.copyOf(buffer, limit) : buffer;
        System.arraycopy(passed, first, buffer, next, count - first);
    }
}
