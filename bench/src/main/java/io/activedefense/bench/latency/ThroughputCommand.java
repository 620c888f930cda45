// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import io.activedefense.bench.oracle.Firing;
import io.activedefense.bench.traffic.ProbeLines;
import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.bench.traffic.TrafficWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the whole product works off logs that are there at once, and whether it finds all that is in them. */
@Command(
        name = "throughput",
        description = "How fast logs that are there at once are worked off, and whether all in them is found.")
public final class ThroughputCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final double LINES_PER_SECOND = 2_000;

    @Mixin
    private ProductOptions options = new ProductOptions();

    @Option(names = "--lines", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
    private long lines;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        try (Product product = options.product();
                var edl = new Edl(product.edl())) {
            edl.awaitServed(LONGEST);
            return measure(product.logs(), edl, clock);
        }
    }

    private int measure(Path logs, Edl edl, Clock clock) throws Exception {
        Instant startAt = clock.instant().minusMillis((long) (lines * 1_000 / LINES_PER_SECOND));
        var plan = TrafficPlan.demo(clock.millis(), startAt, LINES_PER_SECOND, ZoneId.systemDefault());
        var generator = new TrafficGenerator(plan);
        Path prepared = Files.createDirectory(logs.resolve("bench-" + clock.millis()));
        List<String> markers = prepare(prepared, generator, clock);
        long begin = System.nanoTime();
        publish(prepared, logs);
        double seconds = (edl.awaitListed(markers, LONGEST) - begin) / 1e9;
        return report(generator, edl, seconds, spec.commandLine().getOut());
    }

    /** The logs, each with markers at its end: when they are listed, all before them has been judged. */
    private List<String> prepare(Path folder, TrafficGenerator generator, Clock clock) throws IOException {
        try (var writer = new TrafficWriter(folder, generator)) {
            writer.write(lines);
        }
        var probes = new ProbeLines(ZoneId.systemDefault(), (int) (clock.millis() / 100 & 0x3fff_ffff));
        var markers = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var text = new StringBuilder();
                markers.addAll(probes.appendMarkers(generator.nextAt(), text));
                Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            }
        }
        return markers;
    }

    private static void publish(Path prepared, Path logs) throws IOException {
        try (var files = Files.list(prepared)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".log", "-" + prepared.getFileName() + ".log");
                Files.move(file, logs.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.delete(prepared);
    }

    private int report(TrafficGenerator generator, Edl edl, double seconds, PrintWriter out) {
        Set<String> planted = generator.plantedBefore(generator.nextAt()).stream()
                .map(Firing::source)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        long missing = planted.stream()
                .filter(source -> !edl.listed().contains(source))
                .count();
        out.printf(
                Locale.ROOT,
                "File to list: %,d lines in %.1f s, %,.0f lines/s; of %d planted sources %d are missing%n",
                lines,
                seconds,
                lines / seconds,
                planted.size(),
                missing);
        return missing == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
