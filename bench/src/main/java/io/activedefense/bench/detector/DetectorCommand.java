// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.bench.broker.BrokerMeasurement;
import io.activedefense.bench.detector.StreamRun.Result;
import io.activedefense.contracts.kafka.KafkaConnection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many events a second the detector judges, beside a bare stream, the textbook topology and a plain consumer. */
@Command(
        name = "detector",
        description = "How fast events are judged, beside a bare stream, the topology that one writes first and a plain"
                + " consumer.")
public final class DetectorCommand extends BrokerMeasurement {
    private static final List<Supplier<Contender>> CONTENDERS =
            List.of(BareStream::new, OurDetector::new, Textbook::new);

    @Option(names = "--events", defaultValue = "2000000", description = "default: ${DEFAULT-VALUE}")
    private long events;

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> threads = List.of();

    @Override
    protected void measure(KafkaConnection kafka, Path folder, PrintWriter out) throws Exception {
        EventTopic.fill(kafka, events);
        new StreamRun(kafka, folder, events, 1).of(new OurDetector()); // for the JIT compiler
        for (int count : threads) {
            var run = new StreamRun(kafka, folder, events, count);
            var results = new ArrayList<Result>();
            for (Supplier<Contender> contender : CONTENDERS) {
                results.add(run.of(contender.get()));
            }
            results.add(new ConsumerCeiling(kafka, events, count).measure());
            print(results, out);
        }
    }

    private static void print(List<Result> results, PrintWriter out) {
        Result bare = results.getFirst();
        for (Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%d thread(s), %-17s %,9.0f events/s, %3.0f %% of bare, %5.2f CPU seconds a million, found %s%n",
                    result.threads(),
                    result.name(),
                    result.eventsPerSecond(),
                    100 * result.eventsPerSecond() / bare.eventsPerSecond(),
                    result.cpuSecondsPerMillion(),
                    result.found());
        }
        out.flush();
    }
}
