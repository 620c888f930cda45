// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the microbenchmarks and prints what each costs beside the dearest of its class. */
@Command(name = "jmh", description = "Microbenchmarks of the event codec and of the parser.")
public final class JmhCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            defaultValue = ".*",
            description = "regular expressions of benchmarks to run; default: all")
    private List<String> patterns = List.of();

    @Option(names = "--forks", defaultValue = "1", description = "JVMs a benchmark; default: ${DEFAULT-VALUE}")
    private int forks;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .forks(forks)
                .shouldFailOnError(true)
                .addProfiler(CpuTime.class)
                .addProfiler("gc");
        patterns.forEach(options::include);
        Collection<RunResult> results = new Runner(options.build()).run();
        PrintWriter out = spec.commandLine().getOut();
        results.stream().map(JmhCommand::benchmarkClass).distinct().forEach(name -> print(name, results, out));
        out.println();
        out.println(EventSizes.measure());
        return CommandLine.ExitCode.OK;
    }

    private static void print(String name, Collection<RunResult> results, PrintWriter out) {
        List<RunResult> ofClass = results.stream()
                .filter(result -> benchmarkClass(result).equals(name))
                .sorted(Comparator.comparingDouble(JmhCommand::cpuNanos).reversed())
                .toList();
        double dearest = cpuNanos(ofClass.getFirst());
        out.printf("%n%s, an operation:%n", name);
        for (RunResult result : ofClass) {
            out.printf(
                    Locale.ROOT,
                    "  %-30s %,8.0f ns of CPU +- %3.0f %%, %6.1f times less than the dearest; %,6.0f bytes allocated;"
                            + " %,12.0f a second by the clock%n",
                    result.getPrimaryResult().getLabel(),
                    cpuNanos(result),
                    100 * secondary(result, CpuTime.LABEL).getScoreError() / cpuNanos(result),
                    dearest / cpuNanos(result),
                    secondary(result, "gc.alloc.rate.norm").getScore(),
                    result.getPrimaryResult().getScore());
        }
    }

    private static double cpuNanos(RunResult result) {
        return secondary(result, CpuTime.LABEL).getScore();
    }

    private static Result<?> secondary(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label);
    }

    private static String benchmarkClass(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
