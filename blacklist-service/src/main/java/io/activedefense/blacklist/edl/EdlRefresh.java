// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.loop.Threads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A thread that keeps lists up to date, step by step. After a step it pauses for as long as the step took, at least 100 ms:
 * a long list that changes all the time takes half of a processor, not all of it.
 */
public final class EdlRefresh implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LEAST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Runnable refresher;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    public EdlRefresh(String name, Runnable refresher) {
        this.refresher = refresher;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Lets a step at work end: a list half on its way is finished. What waits for the database is interrupted. */
    @Override
    public void close() {
        closed.countDown();
        Threads.end(thread, PATIENCE);
    }

    private void run() {
        try {
            while (!closed.await(step(), TimeUnit.NANOSECONDS)) {
                // the pause is over, the next step is due
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The pause that follows. */
    private long step() {
        long from = System.nanoTime();
        refresher.run();
        return Math.max(LEAST_PAUSE_NANOS, System.nanoTime() - from);
    }
}
