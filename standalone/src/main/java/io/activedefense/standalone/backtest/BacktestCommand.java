// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.backtest;

import io.activedefense.blacklist.backtest.Backtest;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Found;
import io.activedefense.blacklist.backtest.Question;
import io.activedefense.blacklist.backtest.SettingsUnderTest;
import io.activedefense.blacklist.backtest.TimeRange;
import io.activedefense.blacklist.exchange.BacktestFile;
import io.activedefense.blacklist.postgres.BacktestAccess;
import io.activedefense.blacklist.postgres.DatabaseException;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.database.Postgres;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries other settings on what was archived, beside the product that runs. */
@Command(
        name = "backtest",
        description = "Says which addresses other settings would have listed, and which not, by the archived log lines."
                + " 'up' must be running on the data folder; it is not disturbed.",
        footer = {
            "",
            "Prints source,change,was_at,was_rules,would_at,would_rules,allowed_sessions,country to standard output",
            "and a summary to standard error. Without --set it says what the settings in force list."
        })
@SuppressWarnings("NullAway.Init")
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The data folder of 'up'; default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Where it begins, such as 2026-11-22T11:00:00Z; default: 24 hours before the end")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Where it ends; default: now")
    private @Nullable Instant to;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            converter = Differing.Converter.class,
            description = "A field of the settings that is to differ, such as portScan.threshold=15. Repeatable.")
    private List<Differing> differing = new ArrayList<>();

    @Option(names = "--all", description = "Also print the sources for which nothing changes.")
    private boolean all;

    /** Run by the command line. */
    public BacktestCommand() {}

    @Override
    public Integer call() throws Exception {
        long startedAt = System.nanoTime();
        TimeRange range = range(Instant.now());
        var database = Postgres.runningIn(data);
        var access = new BacktestAccess(
                database.url(), database.user(), database.password().value());
        try {
            var backtest = new Backtest(question(range, access.inForce()), access.past());
            while (backtest.step()) {
                progress(backtest);
            }
            List<Found> found = backtest.found();
            print(found);
            summary(found, backtest.judged(), Duration.ofNanos(System.nanoTime() - startedAt));
        } catch (DatabaseException e) {
            throw new CannotStartException(e.getMessage() + "; is 'up' running on " + data + "?", e);
        }
        return spec.exitCodeOnSuccess();
    }

    private TimeRange range(Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(Duration.ofDays(1)) : from;
        if (!begin.isBefore(end)) {
            throw notAccepted("--from: " + begin + " is not accepted; it must be before " + end);
        }
        return new TimeRange(begin, end);
    }

    private Question question(TimeRange range, DefenseSettings inForce) {
        try {
            return new Question(range, inForce, SettingsUnderTest.of(inForce, Differing.document(differing)));
        } catch (InvalidSettingException e) {
            throw notAccepted("--set: " + e.getMessage());
        }
    }

    private ParameterException notAccepted(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private void progress(Backtest backtest) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%3.0f %%, %,d log lines%n", 100 * backtest.progress(), backtest.judged());
        err.flush();
    }

    private void print(List<Found> found) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(BacktestFile.heading());
        found.stream()
                .filter(each -> all || each.difference().change() != Change.SAME)
                .forEach(each -> out.print(BacktestFile.line(each)));
        out.flush();
    }

    private void summary(List<Found> found, long records, Duration took) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%,d log lines in %.1f s. Sources: %,d added (%,d of them with allowed sessions), %,d dropped, %,d listed at another"
                        + " time or by other rules, %,d the same%n",
                records,
                took.toMillis() / 1000.0,
                count(found, Change.ADDED),
                found.stream()
                        .filter(each -> each.difference().change() == Change.ADDED
                                && each.sessions().allowed() > 0)
                        .count(),
                count(found, Change.DROPPED),
                count(found, Change.CHANGED),
                count(found, Change.SAME));
        err.flush();
    }

    private static long count(List<Found> found, Change change) {
        return found.stream()
                .filter(each -> each.difference().change() == change)
                .count();
    }
}
