// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;

import io.activedefense.standalone.data.Trees;
import io.activedefense.standalone.server.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL's data folder: there as a whole, with our database in it, or not at all. */
record Cluster(Path folder) {
    static final String DATABASE = "activedefense";
    static final String USER = "activedefense";

    /** Creates it where it doesn't exist; one that was cut off is begun anew. */
    void createOnce(PostgresProgram program, Path passwordFile, Path ownLogs) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            return;
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        Trees.delete(unfinished);
        var log = ownLogs.resolve("postgres-create.log");
        Processes.run(
                "Creating the database cluster",
                program.command(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"),
                "",
                log);
        Processes.run(
                "Creating the database",
                program.command("postgres", "--single", "-D", unfinished.toString(), "postgres"),
                "CREATE DATABASE " + DATABASE + ";\n",
                log);
        Files.writeString(unfinished.resolve("postgresql.conf"), "\ninclude '" + ClusterSettings.FILE + "'\n", APPEND);
        Files.move(unfinished, folder, ATOMIC_MOVE);
    }

    /** The server that works on this cluster, whoever started it. */
    Optional<ProcessHandle> server() throws IOException {
        return Processes.recordedIn(processFile()).filter(this::isServer);
    }

    /** PostgreSQL does not start while the process of the last start's number lives, be it anybody's. */
    void forgetForeignProcess() throws IOException {
        var named = Processes.recordedIn(processFile());
        if (named.isPresent() && !isServer(named.get())) {
            Files.delete(processFile());
        }
    }

    private boolean isServer(ProcessHandle process) {
        return Processes.worksOn(process, folder);
    }

    private Path processFile() {
        return folder.resolve("postmaster.pid");
    }
}
