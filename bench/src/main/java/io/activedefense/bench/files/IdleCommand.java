// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.files;

import io.activedefense.ingest.tail.ChangeHints;
import io.activedefense.ingest.tail.KernelHints;
import io.activedefense.standalone.data.Trees;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a folder of idle files costs, and how soon a line that comes nevertheless is read. */
@Command(
        name = "idle",
        description =
                "Measures the processor time for a folder of idle files, and how soon a line in one of them is read.")
@SuppressWarnings("NullAway.Init")
public final class IdleCommand implements Callable<Integer> {
    private static final Duration SETTLING = Duration.ofSeconds(8);
    private static final int STATS_A_SECOND = 50;
    private static final int LINES = 200;

    @Spec
    private CommandSpec spec;

    @Option(names = "--files", defaultValue = "1000", description = "How many; default: ${DEFAULT-VALUE}")
    private int files;

    @Option(names = "--seconds", defaultValue = "20", description = "How long each; default: ${DEFAULT-VALUE}")
    private int seconds;

    /** Run by the command line. */
    public IdleCommand() {}

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("active-defense-idle-");
        try {
            measure(directory);
        } finally {
            Trees.delete(directory);
        }
        return spec.exitCodeOnSuccess();
    }

    private void measure(Path directory) throws Exception {
        var logs = Files.createDirectory(directory.resolve("logs"));
        for (int i = 0; i < files; i++) {
            Files.writeString(logs.resolve("PA-" + i + ".log"), "first line of PA-" + i + "\n");
        }
        say(files + " files, " + seconds + " s each; processor time of the whole process a second:");
        say(row("a process that does nothing", share(this::rest)) + " of a core");
        say(row("baseline: each file asked 50 times a second", baseline(logs)));
        measure("followed, with the kernel's hints", logs, directory.resolve("state-1"), KernelHints.orNone(logs));
        measure("followed, without (network file system)", logs, directory.resolve("state-2"), ChangeHints.NONE);
    }

    private void measure(String what, Path logs, Path state, ChangeHints hints) throws Exception {
        try (var following = Following.begun(logs, Files.createDirectories(state), hints)) {
            following.awaitLines(files);
            LockSupport.parkNanos(SETTLING.toNanos());
            double share = share(this::rest);
            long[] nanos = latencies(logs, following);
            Arrays.sort(nanos);
            say(row(what, share)
                    + String.format(
                            Locale.ROOT,
                            "; a line is read after p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                            nanos[LINES / 2] / 1e6,
                            nanos[LINES * 99 / 100] / 1e6,
                            nanos[LINES - 1] / 1e6));
        }
    }

    /** Each line in another file, so that it was idle before. */
    private long[] latencies(Path logs, Following following) throws IOException {
        var nanos = new long[LINES];
        for (int i = 0; i < LINES; i++) {
            LockSupport.parkNanos(Duration.ofMillis(37).toNanos());
            long expected = following.lines() + 1;
            long begin = System.nanoTime();
            Files.writeString(
                    logs.resolve("PA-" + i * files / LINES + ".log"), "one more line\n", StandardOpenOption.APPEND);
            following.awaitLines(expected);
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }

    private double baseline(Path logs) throws Exception {
        List<FileChannel> open = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            open.add(FileChannel.open(logs.resolve("PA-" + i + ".log")));
        }
        double share = share(() -> askAll(open));
        for (FileChannel channel : open) {
            channel.close();
        }
        return share;
    }

    private void askAll(List<FileChannel> open) throws IOException {
        for (int round = 0; round < seconds * STATS_A_SECOND; round++) {
            long begin = System.nanoTime();
            for (FileChannel channel : open) {
                if (channel.size() == 0) {
                    throw new IOException("a file was emptied");
                }
            }
            LockSupport.parkNanos(1_000_000_000L / STATS_A_SECOND - (System.nanoTime() - begin));
        }
    }

    private void rest() {
        LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }

    /** Processor time by wall time. */
    private static double share(Work work) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - wall);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static String row(String what, double share) {
        return String.format(Locale.ROOT, "%-44s %6.2f %%", what, 100 * share);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
