// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/** Runs the microbenchmarks and prints each beside the slowest of its class. */
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

    @Option(names = "--gc", description = "tell the bytes allocated too")
    private boolean gc;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws RunnerException, IOException {
        var options = new OptionsBuilder().forks(forks).shouldFailOnError(true);
        patterns.forEach(options::include);
        if (gc) {
            options.addProfiler("gc");
        }
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
                .sorted(Comparator.comparingDouble(JmhCommand::score))
                .toList();
        double slowest = score(ofClass.getFirst());
        out.printf(Locale.ROOT, "%n%s: operations a second, and how many times the slowest%n", name);
        for (RunResult result : ofClass) {
            out.printf(
                    Locale.ROOT,
                    "  %-30s %,13.0f +- %4.1f %%  %6.1fx%s%n",
                    result.getPrimaryResult().getLabel(),
                    score(result),
                    100 * result.getPrimaryResult().getScoreError() / score(result),
                    score(result) / slowest,
                    allocated(result));
        }
    }

    private static String allocated(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return allocated == null ? "" : "  %,7.0f bytes allocated".formatted(allocated.getScore());
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String benchmarkClass(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
