// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import io.activedefense.bench.traffic.ProbeLines;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the deciding line of a scan to its source in the list: idling, then under load. */
@Command(
        name = "latency",
        description = "From a scan's deciding line in the log to its source in the list, idling and under load.")
public final class LatencyCommand implements Callable<Integer> {
    @Mixin
    private ProductOptions options = new ProductOptions();

    @Option(names = "--runs", defaultValue = "100", description = "scans in each part; default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--idle",
            paramLabel = "MS",
            defaultValue = "300",
            description = "milliseconds between two scans; default: ${DEFAULT-VALUE}")
    private int idleMillis;

    @Option(
            names = "--rate",
            paramLabel = "LINES_PER_SECOND",
            defaultValue = "20000",
            description = "of the load, 0 to leave this part out; default: ${DEFAULT-VALUE}")
    private double rate;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "15",
            description = "seconds of load before the scans; default: ${DEFAULT-VALUE}")
    private int warmUpSeconds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        var lines = new ProbeLines(ZoneId.systemDefault(), (int) (clock.millis() / 100 & 0x3fff_ffff));
        PrintWriter out = spec.commandLine().getOut();
        try (Product product = options.product();
                var edl = new Edl(product.edl());
                var probe = new Probe(product.logs(), edl, lines, Duration.ofMillis(idleMillis))) {
            out.println(
                    "Line in the file to address in the list, told to " + Edl.PAUSE.toMillis() + " ms and a request:");
            out.println("  idling: " + probe.measure(runs, clock));
            out.flush();
            if (rate > 0) {
                measureUnderLoad(product, probe, clock, out);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void measureUnderLoad(Product product, Probe probe, Clock clock, PrintWriter out) throws Exception {
        try (var load = new Load(product.logs(), rate, clock)) {
            TimeUnit.SECONDS.sleep(warmUpSeconds); // a steady state is what is being measured
            Percentiles latency = probe.measure(runs, clock);
            out.printf(Locale.ROOT, "  at %,.0f lines/s: %s%n", load.end(), latency);
            out.flush();
        }
    }
}
