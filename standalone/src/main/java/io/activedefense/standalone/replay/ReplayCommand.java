// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.rules.run.Finding;
import io.activedefense.rules.run.Findings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the rules on logs that exist, without any server. */
@Command(
        name = "replay",
        description = "Says which sources the rules find in log files, and when. Needs no server.",
        footer = {
            "",
            "Prints source,rule,first_trigger to standard output and a summary to standard error.",
            "Lines may be out of order by up to 10 minutes. Times are taken as they are written."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--json", description = "One JSON object a line, with the evidence.")
    private boolean json;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Log files, plain or .gz, in any order; - for standard input.")
    private List<String> names = new ArrayList<>();

    ReplayCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    ReplayCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        long startedAt = System.nanoTime();
        var logs = logs();
        var replay = new Replay(options.settings(), json);
        var progress = progress(logs);
        try {
            replay.run(logs, progress);
        } finally {
            progress.end();
        }
        boolean read = print(replay.findings());
        if (read) {
            var took = Duration.ofNanos(System.nanoTime() - startedAt);
            new Summary(replay.tally(), replay.findings(), took)
                    .printTo(spec.commandLine().getErr());
        }
        return 0;
    }

    /** Prints the findings; false if the reader has gone away. */
    private boolean print(Findings findings) throws IOException {
        var lines = json ? FindingLines.JSON : FindingLines.CSV;
        try {
            var buffered = new BufferedOutputStream(out, 1 << 16);
            buffered.write(lines.header().getBytes(StandardCharsets.UTF_8));
            for (Finding finding : findings.inOrder()) {
                buffered.write(lines.line(finding).getBytes(StandardCharsets.UTF_8));
            }
            buffered.flush();
            return true;
        } catch (IOException e) {
            if ((e.getMessage() + "").contains("Broken pipe")) { // as under `| head`: enough was read
                return false;
            }
            throw new IOException("standard output can't be written: " + e.getMessage(), e);
        }
    }

    private Progress progress(List<LogSource> logs) {
        if (!Terminal.isStandardError()) {
            return Progress.NONE;
        }
        boolean known = logs.stream().allMatch(log -> log.storedBytes() > 0);
        long bytes = known ? logs.stream().mapToLong(LogSource::storedBytes).sum() : 0;
        return new ProgressBar(spec.commandLine().getErr(), System::nanoTime, bytes);
    }

    private List<LogSource> logs() {
        var logs = new ArrayList<LogSource>();
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw notAccepted(name, "it is given twice");
            }
            logs.add(log(name));
        }
        return logs;
    }

    private LogSource log(String name) {
        if (name.equals(StandardInput.NAME)) {
            return new StandardInput(in, InstantSource.system().millis());
        }
        try {
            return LogFile.at(Path.of(name));
        } catch (FileSystemException e) {
            throw notAccepted(name, e.getReason() + "");
        } catch (IOException | InvalidPathException e) {
            throw notAccepted(name, e.getMessage() + "");
        }
    }

    private ParameterException notAccepted(String name, String why) {
        return new ParameterException(spec.commandLine(), "FILE: '" + name + "' can't be read: " + why);
    }
}
