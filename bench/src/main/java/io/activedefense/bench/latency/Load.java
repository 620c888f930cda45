// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.bench.traffic.TrafficWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ordinary traffic at a steady rate, for as long as this is open. */
final class Load implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Double> written;

    Load(Path folder, double linesPerSecond, Clock clock) {
        written = thread.submit(() -> write(folder, linesPerSecond, clock));
    }

    /** Ends it; the lines a second that were written in fact. */
    double end() throws InterruptedException, ExecutionException {
        ended.countDown();
        return written.get();
    }

    @Override
    public void close() {
        ended.countDown();
        thread.close();
    }

    private double write(Path folder, double linesPerSecond, Clock clock) throws IOException, InterruptedException {
        Instant startAt = clock.instant();
        var plan = TrafficPlan.quiet("PA-LOAD", 1, startAt, linesPerSecond, ZoneId.systemDefault());
        long lines = 0;
        try (var writer = new TrafficWriter(folder, new TrafficGenerator(plan))) {
            while (!ended.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                lines += writer.writeUntil(clock.instant());
            }
        }
        return lines * 1e9 / Duration.between(startAt, clock.instant()).toNanos();
    }
}
