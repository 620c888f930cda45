// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole product in the foreground until it is told to stop. */
@Command(
        name = "up",
        description = "Runs everything in the foreground: broker, database and the applications. Ctrl-C stops it.")
@SuppressWarnings("NullAway.Init")
public final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "What is remembered is kept here; default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "The firewalls' log files; default: /var/log/Firewall if readable, else DATA/logs")
    private @Nullable Path logs;

    @Mixin
    private HttpOptions http;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The first settings document, as JSON; a data folder that has settings keeps its own")
    private @Nullable Path settings;

    @Option(
            names = "--remove-rotated-after",
            paramLabel = "DURATION",
            description = "Remove a rotated log file so long after its rotation, as PT12H, once it was read whole and"
                    + " Kafka has every line; default: never")
    private @Nullable Duration removeRotatedAfter;

    /** Run by the command line. */
    public UpCommand() {}

    @Override
    public Integer call() throws Exception {
        var logFolder = logs == null ? LogFolder.systems() : new LogFolder.Existing(logs);
        var plan = new Plan(data, logFolder, http.serving(), settings, removeRotatedAfter);
        new ForegroundRun(plan, Company.NONE, spec.commandLine().getOut()).untilStopped();
        return spec.exitCodeOnSuccess();
    }
}
