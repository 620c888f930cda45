// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What one does with processes of the operating system. */
public final class Processes {
    private Processes() {}

    /** The living process of the number in a file's first line; after a reboot that may be anybody's. */
    public static Optional<ProcessHandle> recordedIn(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readString(pidFile)
                .lines()
                .limit(1)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** Whether a process's command line names the file or folder. */
    public static boolean worksOn(ProcessHandle process, Path path) {
        return process.info().commandLine().orElse("").contains(path.toString());
    }

    /** Whether the process ended within the time. */
    public static boolean endsWithin(ProcessHandle process, Duration time) throws InterruptedException {
        try {
            process.onExit().get(time.toMillis(), MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of process " + process.pid() + " can't be waited for", e);
        }
    }

    /** Asks the process to end, and ends it by force when it takes longer than the time. */
    public static void stop(ProcessHandle process, Duration time) throws InterruptedException {
        process.destroy();
        if (!endsWithin(process, time)) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /**
     * Runs a command to its end.
     *
     * @param purpose what it is good for, as the subject of a sentence
     * @param output takes what it prints
     * @throws CannotStartException if it fails: names the purpose and the last line that it printed
     */
    public static void run(String purpose, List<String> command, String input, Path output)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new CannotStartException(purpose + " failed (" + process.exitValue() + "): "
                    + Files.readString(output)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .reduce("it said nothing", (earlier, later) -> later));
        }
    }
}
