// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

/**
 * When a task asks for a commit before the regular one, because a detection is told by the commit and should be told soon.
 *
 * <p>A commit writes every source that changed since the last and waits for the broker, and nothing is judged meanwhile.
 * While events are few, that is next to nothing, and a detection is told with the next look. Under load, to commit at
 * every look would take more time than the judging, and make the next detection later than it makes this one earlier. So
 * after a commit there is a pause, so many times as long as it took; and what waited long until it was judged, as in a
 * backlog, may wait as long again. At the latest all is told by the regular commit. Not thread-safe.
 */
final class CommitPace {
    /** A commit in six, so to say: a sixth of the time at most goes into those that are asked for. */
    static final int TIMES = 5;

    private boolean wanted;
    private long waitedMillis;
    private boolean underway;
    private long sinceMillis;
    private long tookMillis;

    /**
     * Something is to be told.
     *
     * @param millis how long what it is about had waited when it was judged
     */
    void want(long millis) {
        wanted = true;
        waitedMillis = Math.max(waitedMillis, millis);
    }

    boolean isDue(long nowMillis) {
        return wanted && nowMillis - sinceMillis >= Math.max(TIMES * tookMillis, waitedMillis);
    }

    /** A commit begins, asked for or not: with it all is told. */
    void committing(long nowMillis) {
        wanted = false;
        waitedMillis = 0;
        underway = true;
        sinceMillis = nowMillis;
    }

    /** The task does something else: a commit that was underway is over. */
    void goesOn(long nowMillis) {
        if (underway) {
            underway = false;
            tookMillis = nowMillis - sinceMillis;
            sinceMillis = nowMillis;
        }
    }
}
