// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench;

import io.activedefense.bench.archive.ArchiveCommand;
import io.activedefense.bench.detector.DetectorCommand;
import io.activedefense.bench.detector.HotSourceCommand;
import io.activedefense.bench.detector.RestoreCommand;
import io.activedefense.bench.detector.SpoofCommand;
import io.activedefense.bench.edl.EdlCommand;
import io.activedefense.bench.files.IdleCommand;
import io.activedefense.bench.ingest.IngestCommand;
import io.activedefense.bench.jmh.JmhCommand;
import io.activedefense.bench.latency.LatencyCommand;
import io.activedefense.bench.latency.ThroughputCommand;
import io.activedefense.bench.traffic.DemoTraffic;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures. Each subcommand prints its figures, and ratios in one run where it compares. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Measures what docs/performance.md tells.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JmhCommand.class,
            LatencyCommand.class,
            ThroughputCommand.class,
            DetectorCommand.class,
            RestoreCommand.class,
            SpoofCommand.class,
            HotSourceCommand.class,
            IdleCommand.class,
            IngestCommand.class,
            EdlCommand.class,
            ArchiveCommand.class,
            DemoTraffic.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    commandLine.getErr().println(failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args));
    }
}
