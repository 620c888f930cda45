// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.archive;

import io.activedefense.bench.latency.Percentiles;
import io.activedefense.blacklist.backtest.Backtest;
import io.activedefense.blacklist.backtest.Question;
import io.activedefense.blacklist.backtest.SettingsUnderTest;
import io.activedefense.blacklist.backtest.TimeRange;
import io.activedefense.blacklist.country.CountryTable;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.blacklist.record.RecordQuery;
import io.activedefense.blacklist.record.Records;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.standalone.data.Trees;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files generated records with all indexes there, each batch on disk before the next; then searches them and tests other settings on them. */
@Command(
        name = "archive",
        description = "How many log records a second are filed, and how long searches and a backtest of them take.")
public final class ArchiveCommand implements Callable<Integer> {
    private static final int AT_A_TIME = 1_000_000;
    private static final int PAGE = 100;

    /** What is measured beside filing. */
    enum Part {
        search,
        backtest
    }

    @Parameters(description = "search: search too; backtest: test other settings on all of them", arity = "0..2")
    private List<Part> parts = List.of();

    @Option(names = "--rows", defaultValue = "10000000", description = "default: ${DEFAULT-VALUE}")
    private long rows;

    @Option(names = "--days", defaultValue = "10", description = "that they are of; default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--threads", defaultValue = "2", description = "that file; default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--searches", defaultValue = "100", description = "of each kind; default: ${DEFAULT-VALUE}")
    private int searches;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("active-defense-bench");
        try (var database = ArchiveDatabase.in(folder)) {
            Instant now = Instant.now();
            ArchivePersistence persistence = database.archive(Clock.systemUTC());
            var traffic = new RecordTraffic(now, rows, days);
            file(persistence, traffic, database);
            if (!parts.isEmpty()) {
                database.analyze();
            }
            if (parts.contains(Part.search)) {
                Records records = persistence.records(Duration.ofMinutes(1));
                List<FirewallEvent> kept = traffic.kept();
                search("any time", Searches.anyTime(), records, kept);
                search("last 24 h", Searches.lastDay(traffic.latest()), records, kept);
            }
            if (parts.contains(Part.backtest)) {
                backtest(persistence, new TimeRange(now.minus(Duration.ofDays(days)), now.plusSeconds(1)), database);
            }
        } finally {
            Trees.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    /** The time that making the events takes is left out. */
    private void file(ArchivePersistence persistence, RecordTraffic traffic, ArchiveDatabase database)
            throws InterruptedException, ExecutionException {
        List<Filer> filers = IntStream.range(0, threads)
                .mapToObj(partition ->
                        new Filer(persistence.archive(new LineCountries(CountryTable.shipped())), partition))
                .toList();
        Duration cpuBefore = database.cpuTime();
        long nanos = 0;
        long filed = 0;
        try (var executor = Executors.newFixedThreadPool(threads)) {
            while (filed < rows) {
                List<FirewallEvent> events = traffic.next((int) Math.min(AT_A_TIME, rows - filed));
                filers.forEach(filer -> filer.take(events, threads));
                long begin = System.nanoTime();
                for (Future<?> done : executor.invokeAll(filers)) {
                    done.get();
                }
                long took = System.nanoTime() - begin;
                nanos += took;
                filed += events.size();
                out().printf(Locale.ROOT, "%,11d rows; the last %,.0f a second%n", filed, events.size() * 1e9 / took);
                out().flush();
            }
        }
        out().printf(
                        Locale.ROOT,
                        "%,d rows filed by %d threads, %,.0f a second; %,d bytes a row with indexes;"
                                + " CPU seconds a million rows: archiver %.1f, PostgreSQL %.1f%n",
                        rows,
                        threads,
                        rows * 1e9 / nanos,
                        persistence.days().use().bytes() / rows,
                        filers.stream().mapToLong(Filer::cpuNanos).sum() / 1e3 / rows,
                        database.cpuTime().minus(cpuBefore).toNanos() / 1e3 / rows);
        out().flush();
    }

    private void search(
            String time,
            Map<String, Function<FirewallEvent, RecordFilter>> kinds,
            Records records,
            List<FirewallEvent> kept) {
        kinds.forEach((name, kind) -> {
            var nanos = new long[searches];
            long found = 0;
            for (int i = 0; i < searches; i++) {
                RecordFilter filter = kind.apply(kept.get((int) ((long) i * kept.size() / searches)));
                long begin = System.nanoTime();
                found += records.search(new RecordQuery(filter, null, PAGE))
                        .records()
                        .size();
                nanos[i] = System.nanoTime() - begin;
            }
            var times = new Percentiles(nanos);
            out().printf(
                            Locale.ROOT,
                            "%-10s %-28s p50 %,7.1f ms, p95 %,7.1f ms, longest %,7.1f ms, %,5.1f records a page%n",
                            time,
                            name,
                            times.millis(0.5),
                            times.millis(0.95),
                            times.millis(1),
                            (double) found / searches);
            out().flush();
        });
    }

    /** Half the ports are enough, so that there is something to find. */
    private void backtest(ArchivePersistence persistence, TimeRange range, ArchiveDatabase database) {
        DefenseSettings inForce = DefenseSettings.DEFAULTS;
        DefenseSettings underTest = SettingsUnderTest.of(
                inForce,
                Json.STRICT
                        .createObjectNode()
                        .set("portScan", Json.STRICT.createObjectNode().put("threshold", 5)));
        Duration cpuBefore = database.cpuTime();
        long begin = System.nanoTime();
        var backtest = new Backtest(new Question(range, inForce, underTest), persistence.past());
        while (backtest.step()) {
            // Each step is short, and says whether there is another.
        }
        double judged = (System.nanoTime() - begin) / 1e9;
        int found = backtest.found().size();
        double seconds = (System.nanoTime() - begin) / 1e9;
        out().printf(
                        Locale.ROOT,
                        "backtest of %,d records: %.1f s, %,.0f a second; of them %.1f s for the sessions of %,d sources;"
                                + " PostgreSQL used %.1f s of CPU%n",
                        backtest.judged(),
                        seconds,
                        backtest.judged() / seconds,
                        seconds - judged,
                        found,
                        database.cpuTime().minus(cpuBefore).toMillis() / 1e3);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
