// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

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

    @Override
    public void close() {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            endings.forEach(closing::execute);
        }
    }
}
