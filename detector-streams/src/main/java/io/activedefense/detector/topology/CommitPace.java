// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

/**
 * When a task asks for a commit before the regular one, because a detection is told by the commit and should be told soon.
 *
 * <p>A commit writes every source that changed since the last. While events are few, that is next to nothing, and a
 * detection is told with the next look. While a backlog is worked off, to commit at every look would write most sources
 * again and again, and take more time than the judging: so after a commit there is a pause as long as it was large, at
 * the latest until the regular one. Not thread-safe.
 */
final class CommitPace {
    /** To write a source takes some 5 to 10 microseconds, through to the broker; the pause is many times that. */
    static final int SOURCES_A_MILLISECOND = 5;

    private boolean wanted;
    private long pausedUntilMillis = Long.MIN_VALUE;

    /** Something is to be told. */
    void want() {
        wanted = true;
    }

    boolean isDue(long nowMillis) {
        return wanted && nowMillis >= pausedUntilMillis;
    }

    /** A commit is underway, asked for or not: with it all is told. */
    void committing(int sourcesWritten, long nowMillis) {
        wanted = false;
        pausedUntilMillis = nowMillis + sourcesWritten / SOURCES_A_MILLISECOND;
    }
}
