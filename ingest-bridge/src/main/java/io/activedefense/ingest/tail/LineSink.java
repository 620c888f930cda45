// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

/** Where lines go. A file's runs, and the lines of a run, are taken in the order they are handed over. */
public interface LineSink {
    /** Whether a further run may be begun; if not, the files keep the lines meanwhile. */
    boolean hasRoom();

    /** Whether the file's lines are wanted now; if not, the file keeps them until they are. */
    boolean wants(LogFile file);

    /** Begins a run of lines of one file; runs don't overlap. */
    Run begin(LogFile file);

    /** Lines that stand one behind the other. The buffer is the caller's again when the method returns. */
    interface Run {
        /** The bytes {@code [from, to)} are the line at this offset, without its line feed. */
        void line(byte[] buffer, int from, int to, long offset);

        /** The bytes {@code [from, to)} begin a line at this offset that is longer than a line may be. */
        void tooLong(byte[] buffer, int from, int to, long offset, long length);

        Delivery end();
    }
}
