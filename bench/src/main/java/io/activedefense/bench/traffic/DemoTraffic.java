// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The traffic of the demo: two firewalls whose logs grow in a folder until the process is interrupted. */
@Command(
        name = "traffic",
        description =
                "Appends made-up firewall logs to PA-DEMO-1.log and PA-DEMO-2.log in a folder, until interrupted.")
public final class DemoTraffic implements Callable<Integer> {
    private static final Duration TICK = Duration.ofMillis(50);

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Parameters(paramLabel = "DIR", description = "an existing folder")
    private Path folder = Path.of(".");

    @Option(
            names = "--rate",
            paramLabel = "LINES_PER_SECOND",
            defaultValue = "50",
            description =
                    "of the background, above 0 and at most 200,000; attacks come on top (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--seed", defaultValue = "1", description = "of what is left to chance (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(new CommandLine(new DemoTraffic()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ParameterException(spec.commandLine(), "DIR: " + folder + " is not a folder that can be written");
        }
        if (!(rate > 0 && rate <= 200_000)) {
            throw new ParameterException(spec.commandLine(), "--rate: " + rate + " is not above 0 and at most 200,000");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "demo-traffic-end"));
        try {
            run(Clock.systemUTC());
        } finally {
            ended.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    /** Lets the line that is being written come to its end. */
    private void end() {
        interrupted.countDown();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                spec.commandLine().getErr().println("The last line may be cut: the disk didn't take it in 5 seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Clock clock) throws IOException, InterruptedException {
        var plan = TrafficPlan.demo(seed, clock.instant(), rate, ZoneId.systemDefault());
        try (var writer = new TrafficWriter(folder, new TrafficGenerator(plan))) {
            do {
                writer.writeUntil(clock.instant());
            } while (!interrupted.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
