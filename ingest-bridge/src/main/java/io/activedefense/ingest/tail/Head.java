// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** The first bytes of a file's life as they were read: a file that begins otherwise is another life. */
final class Head {
    static final int LONGEST = 1024;

    private byte[] bytes;
    private Fingerprint fingerprint;

    private Head(byte[] bytes, Fingerprint fingerprint) {
        this.bytes = bytes;
        this.fingerprint = fingerprint;
    }

    static Head ofNothing() {
        return new Head(new byte[0], Fingerprint.OF_NOTHING);
    }

    /** The file's head, if it has this fingerprint. */
    static Optional<Head> in(FileChannel file, Fingerprint fingerprint) throws IOException {
        byte[] bytes = read(file, fingerprint.length());
        return Fingerprint.of(bytes, bytes.length).equals(fingerprint)
                ? Optional.of(new Head(bytes, fingerprint))
                : Optional.empty();
    }

    static Head beginning(FileChannel file) throws IOException {
        byte[] bytes = read(file, LONGEST);
        return new Head(bytes, Fingerprint.of(bytes, bytes.length));
    }

    int length() {
        return bytes.length;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Whether a line ends in it; one that is longer may end behind it. */
    boolean holdsALine() {
        return bytes.length == LONGEST || LineFeed.next(bytes, 0, bytes.length) >= 0;
    }

    boolean isStillIn(FileChannel file) throws IOException {
        return Arrays.equals(read(file, bytes.length), bytes);
    }

    /**
     * Takes in what it lacks from the file's bytes {@code [0, length)} of the buffer, which stand at the offset; unless the
     * file begins otherwise by now, so that they may belong to another life.
     */
    boolean extend(byte[] buffer, int length, long offset, FileChannel file) throws IOException {
        byte[] longer = longer(buffer, length, offset);
        if (!Arrays.equals(read(file, longer.length), longer)) {
            return false;
        }
        if (longer.length > bytes.length) {
            bytes = longer;
            fingerprint = Fingerprint.of(longer, longer.length);
        }
        return true;
    }

    private byte[] longer(byte[] buffer, int length, long offset) {
        int known = bytes.length;
        int wanted = (int) Math.min(LONGEST, offset + length);
        if (known >= wanted) {
            return bytes;
        }
        byte[] longer = Arrays.copyOf(bytes, wanted);
        System.arraycopy(buffer, (int) (known - offset), longer, known, wanted - known);
        return longer;
    }

    /** Takes in what the file begins with by now, if that goes on with what is known. */
    void extendFrom(FileChannel file) throws IOException {
        if (bytes.length < LONGEST) {
            byte[] longer = read(file, LONGEST);
            if (longer.length > bytes.length && Arrays.equals(longer, 0, bytes.length, bytes, 0, bytes.length)) {
                bytes = longer;
                fingerprint = Fingerprint.of(longer, longer.length);
            }
        }
    }

    /** Whether this may be the head of a copy of a file with the other, which may still be made. */
    boolean isCopyOf(Head other) {
        int length = bytes.length;
        return length <= other.bytes.length && Arrays.equals(bytes, 0, length, other.bytes, 0, length);
    }

    /** So many of the file's first bytes, fewer where it is shorter. */
    private static byte[] read(FileChannel file, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, buffer.position()) > 0) {
            // reads on where the last read ended
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
