// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read from the database a page at a time, as the caller takes it.
 *
 * @param <Q> asks for a page
 */
final class ExportStream<Q> extends InputStream {
    private final Function<Q, Part<Q>> parts;
    private @Nullable Q next;
    private byte[] bytes;
    private int at;

    ExportStream(String heading, Q first, Function<Q, Part<Q>> parts) {
        this.parts = parts;
        this.next = first;
        this.bytes = heading.getBytes(UTF_8);
    }

    /**
     * What a page says.
     *
     * @param text its lines
     * @param next asks for the page behind it; absent: it was the last
     */
    record Part<Q>(String text, @Nullable Q next) {}

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** Whether there is more. */
    private boolean fill() throws IOException {
        while (at == bytes.length && next != null) {
            Part<Q> part = part(next);
            bytes = part.text().getBytes(UTF_8);
            at = 0;
            next = part.next();
        }
        return at < bytes.length;
    }

    /** The server only ends the connection, and does not leave its caller waiting, for what a stream may throw. */
    private Part<Q> part(Q query) throws IOException {
        try {
            return parts.apply(query);
        } catch (RuntimeException e) {
            throw new IOException("the file breaks off: " + e.getMessage(), e);
        }
    }
}
