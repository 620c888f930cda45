// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.server.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code pg_ctl}: it puts the server into a process group of its own, out of reach of a terminal's Ctrl-C. */
record ServerControl(PostgresProgram program, Cluster cluster, Path ownLogs) {
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);

    /** Returns when the server accepts connections. */
    ProcessHandle start() throws IOException, InterruptedException {
        run(
                "Starting PostgreSQL",
                "start",
                "-l",
                ownLogs.resolve("postgres-start.log").toString(),
                wait(TIME_TO_START));
        return cluster.server()
                .orElseThrow(() -> new CannotStartException("PostgreSQL ended at once; " + ownLogs + " says why"));
    }

    /** Ends the server's sessions and stops it; where that takes longer than the time, as by a power cut. */
    void stop(Duration time) throws IOException, InterruptedException {
        try {
            run("Stopping PostgreSQL", "stop", "-m", "fast", wait(time));
        } catch (CannotStartException tooSlow) {
            run("Stopping PostgreSQL at once", "stop", "-m", "immediate", wait(time));
        }
    }

    private static String wait(Duration time) {
        return "--timeout=" + time.toSeconds();
    }

    private void run(String purpose, String... arguments) throws IOException, InterruptedException {
        var command = program.command("pg_ctl", "-D", cluster.folder().toString(), "--wait");
        command.addAll(List.of(arguments));
        Processes.run(purpose, command, "", ownLogs.resolve("postgres-control.log"));
    }
}
