// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The threads of the service, ended all at once: with the database or Kafka away each may use up its patience. */
public final class Threads implements AutoCloseable {
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();

    /**
     * Takes a thread in.
     *
     * @param ending ends it, and waits for that
     */
    public void endBy(Runnable ending) {
        endings.add(ending);
    }

    /** Waits for a thread to end by itself; then it is interrupted, and waited for as long once more. */
    public static void end(Thread thread, Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
                thread.join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            endings.forEach(closing::execute);
        }
    }
}
