// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.edl;

import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.standalone.data.Trees;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Polls of a long list a second, by pollers that have it and by pollers that don't. */
@Command(
        name = "edl",
        description = "How many polls of the list a second are answered, beside a bare server with the same bytes.")
public final class EdlCommand implements Callable<Integer> {
    static final int ENTRIES = 150_000;

    @Option(names = "--seconds", defaultValue = "5", description = "of each measurement; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "in turns; default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--connections", defaultValue = "32", description = "default: ${DEFAULT-VALUE}")
    private int connections;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One measurement. */
    private record Result(double perSecond, double cpuMicros) {}

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("active-defense-bench");
        try {
            EdlSnapshot list = KeptList.in(folder, ENTRIES);
            try (var service = ListServer.product(folder);
                    var bare = ListServer.bare(folder)) {
                PrintWriter out = spec.commandLine().getOut();
                out.printf(
                        Locale.ROOT,
                        "%,d entries, %,d bytes, packed %,d; %d connections, %d rounds of %d s in turns, medians%n",
                        list.entries(),
                        list.plain().bytes().length,
                        list.gzip().bytes().length,
                        connections,
                        rounds,
                        seconds);
                compare("conditional GET, 304", list.gzip().etag(), 304, service, bare, out);
                compare("whole list, packed", "\"older\"", 200, service, bare, out);
            }
        } finally {
            Trees.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    /** The first round of each is for the JIT compiler. */
    private void compare(String what, String etag, int status, ListServer service, ListServer bare, PrintWriter out)
            throws InterruptedException, ExecutionException {
        var ofService = new ArrayList<Result>();
        var ofBare = new ArrayList<Result>();
        for (int round = 0; round <= rounds; round++) {
            ofService.add(measured(service, etag, status));
            ofBare.add(measured(bare, etag, status));
        }
        Result least = median(ofBare);
        print(what, service, median(ofService), least, out);
        print(what, bare, least, least, out);
    }

    private Result measured(ListServer server, String etag, int status)
            throws InterruptedException, ExecutionException {
        Duration before = server.cpuTime();
        double perSecond = new PollLoad(server.port(), connections, etag, status).run(Duration.ofSeconds(seconds));
        double cpuSeconds = server.cpuTime().minus(before).toNanos() / 1e9;
        return new Result(perSecond, cpuSeconds / (perSecond * seconds) * 1e6);
    }

    private static Result median(List<Result> results) {
        List<Result> sorted = results.subList(1, results.size()).stream()
                .sorted(Comparator.comparingDouble(Result::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String what, ListServer server, Result result, Result bare, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-22s %-12s %,9.0f a second, %4.2f of bare; %,6.1f us of CPU each, %4.2f times bare%n",
                what,
                server.name(),
                result.perSecond(),
                result.perSecond() / bare.perSecond(),
                result.cpuMicros(),
                result.cpuMicros() / bare.cpuMicros());
        out.flush();
    }
}
