// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** A log's lines: tells how many stored bytes were read for them, and what can't be read by the log's name. */
final class NamedStream extends FilterInputStream {
    private final String name;

    NamedStream(LogSource log, IntConsumer progress) throws IOException {
        super(open(log, progress));
        this.name = log.name();
    }

    private static InputStream open(LogSource log, IntConsumer progress) throws IOException {
        try {
            return log.linesOf(new Counted(log.openStored(), progress));
        } catch (IOException e) {
            throw unreadable(log.name(), e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static IOException unreadable(String name, IOException why) {
        var reason = why instanceof EOFException ? "it ends in the middle" : why.getMessage();
        return new IOException("'" + name + "' can't be read: " + reason, why);
    }

    private static final class Counted extends FilterInputStream {
        private final IntConsumer progress;

        Counted(InputStream stream, IntConsumer progress) {
            super(stream);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            progress.accept(Math.max(0, count));
            return count;
        }
    }
}
