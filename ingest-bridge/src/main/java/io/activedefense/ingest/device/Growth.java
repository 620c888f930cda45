// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.ingest.tail.FileProgress;
import java.time.Duration;
import java.util.ArrayDeque;

/** How one life of a file grows, and for how long what was written to it waits. */
final class Growth {
    private static final int MOST_MARKS = 64;
    private static final long FRESH_MILLIS = Duration.ofSeconds(2).toMillis();

    /** What lies behind that size was written at that time or later. */
    private record Mark(long sizeBefore, long atMillis) {}

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private final long sizeAtFirst;
    private long size;
    private long lagMillis;
    private long spacingMillis;

    Growth(FileProgress first) {
        sizeAtFirst = size(first);
    }

    /** Takes in how far the file is; returns whether it has grown. */
    boolean observe(FileProgress progress, long nowMillis) {
        long sizeBefore = size;
        size = size(progress);
        if (size > sizeBefore) {
            mark(sizeBefore, nowMillis);
        }
        settle(progress.offset());
        lagMillis = marks.isEmpty() ? 0 : nowMillis - marks.getFirst().atMillis;
        return size > sizeBefore;
    }

    private void mark(long sizeBefore, long nowMillis) {
        if (marks.isEmpty() || nowMillis - marks.getLast().atMillis >= spacingMillis) {
            marks.add(new Mark(sizeBefore, nowMillis));
        }
        if (marks.size() > MOST_MARKS) {
            thinOut();
        }
    }

    /** Keeps the mark that what waits longest lies behind, and those after it. */
    private void settle(long offset) {
        if (offset >= size) {
            marks.clear();
            spacingMillis = 0;
        }
        for (Mark first = marks.poll(); first != null; first = marks.poll()) {
            if (marks.isEmpty() || marks.getFirst().sizeBefore > offset) {
                marks.addFirst(first);
                return;
            }
        }
    }

    /** Keeps every second: the lag is told a little too long then, never too short. */
    private void thinOut() {
        spacingMillis = 2 * (marks.getLast().atMillis - marks.getFirst().atMillis) / MOST_MARKS;
        var all = new ArrayDeque<>(marks);
        marks.clear();
        boolean kept = false;
        for (Mark mark : all) {
            kept = !kept;
            if (kept) {
                marks.add(mark);
            }
        }
    }

    private static long size(FileProgress progress) {
        return progress.offset() + progress.lagBytes();
    }

    long lagMillis() {
        return lagMillis;
    }

    /** Whether a line there was written just before it was read, and not long ago. */
    boolean isFresh(long offset) {
        return offset >= sizeAtFirst && lagMillis <= FRESH_MILLIS;
    }
}
