// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells those who wait for changes that this process has committed one, so that they needn't wait for their turn. */
public final class CommitSignal implements Runnable {
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();

    /** Calls this after every commit, on the committing thread; it must return at once. */
    public void subscribe(Runnable wake) {
        waiting.add(wake);
    }

    @Override
    public void run() {
        waiting.forEach(Runnable::run);
    }
}
