// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.bench.broker.BrokerMeasurement;
import io.activedefense.bench.detector.StreamRun.Result;
import io.activedefense.contracts.kafka.KafkaConnection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a flood of spoofed sources costs, and whether real scanners are lost in it. */
@Command(
        name = "spoof",
        description = "Memory and scanners found while millions of spoofed sources send an event each.")
public final class SpoofCommand extends BrokerMeasurement {
    private static final int LOOK_SECONDS = 5;

    @Option(names = "--sources", defaultValue = "5000000", description = "default: ${DEFAULT-VALUE}")
    private int sources;

    @Option(names = "--scanners", defaultValue = "1000", description = "an even number; default: ${DEFAULT-VALUE}")
    private int scanners;

    @Option(names = "--threads", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    private int threads;

    @Override
    protected void measure(KafkaConnection kafka, Path folder, PrintWriter out) throws Exception {
        var flood = new SpoofedSources(sources, scanners, Instant.parse("2026-11-22T12:00:00Z"));
        EventTopic.fill(kafka, flood.events(), flood::event);
        var detector = new OurDetector();
        long before = liveBytes();
        out.printf(Locale.ROOT, "at most %,d MB of heap%n", Runtime.getRuntime().maxMemory() >> 20);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var looks = clock.scheduleAtFixedRate(
                    () -> print(detector, before, out), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
            Result result = new StreamRun(kafka, folder, flood.events(), threads)
                    .of(detector, () -> print(detector, before, out));
            looks.cancel(false);
            out.printf(
                    Locale.ROOT,
                    "%,.0f events/s with %d thread(s); %s of %,d scanners%n",
                    result.eventsPerSecond(),
                    threads,
                    result.found(),
                    scanners);
        }
        out.flush();
    }

    private static void print(OurDetector detector, long before, PrintWriter out) {
        long live = liveBytes() - before;
        long held = detector.trackedSources();
        out.printf(
                Locale.ROOT,
                "%,11d events, %,11d sources held, %,6d MB more than before, %,4d bytes a source%n",
                detector.processed(),
                held,
                live >> 20,
                held == 0 ? 0 : live / held);
        out.flush();
    }

    /** What is reachable: the collector is asked first, so that garbage is not counted. */
    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
