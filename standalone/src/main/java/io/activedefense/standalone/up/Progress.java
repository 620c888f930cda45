// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells the operator what was done and how long it took: a line a stage. */
final class Progress {
    private final PrintWriter out;
    private final long begin = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    <T> T stage(String name, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        say("%-12s started in %s".formatted(name, seconds(start)));
        return result;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    String sinceBegin() {
        return seconds(begin);
    }

    private static String seconds(long since) {
        return String.format(
                Locale.ROOT,
                "%.1f s",
                Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
    }
}
