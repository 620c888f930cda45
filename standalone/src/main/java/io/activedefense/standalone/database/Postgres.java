// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.data.SafeFile;
import io.activedefense.standalone.data.Secret;
import io.activedefense.standalone.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable PostgreSQL on loopback, with a password of its own. */
public final class Postgres implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
    private static final String NAME = "database";
    private static final String PASSWORD_FILE = "database-password";
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(2);
    private static final Duration TIME_FOR_LEFTOVER_TO_STOP = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final ServerControl control;
    private final ClusterSettings settings;
    private final Path passwordFile;
    private final Secret password;
    private @Nullable Guard guard;
    private boolean stopped;

    private Postgres(ServerControl control, ClusterSettings settings, Path passwordFile, Secret password) {
        this.cluster = control.cluster();
        this.control = control;
        this.settings = settings;
        this.passwordFile = passwordFile;
        this.password = password;
    }

    /** The database of a data folder. A server that an earlier process left running on it is stopped first. */
    public static Postgres of(DataFolder data, Ports ports) throws IOException, InterruptedException {
        var folder = data.privateFolder("postgres");
        var cluster = new Cluster(folder.resolve("cluster"));
        var control = new ServerControl(PostgresProgram.unpackedIn(folder), cluster, data.ownLogs());
        stopLeftover(control);
        var passwordFile = data.root().resolve(PASSWORD_FILE);
        return new Postgres(
                control,
                new ClusterSettings(ports.portFor(NAME), data.ownLogs()),
                passwordFile,
                Secret.keptIn(passwordFile));
    }

    /** How the database is reached that runs on a data folder, or ran there. Starts and stops nothing. */
    public static Reachable runningIn(Path data) throws IOException {
        var passwordFile = data.resolve(PASSWORD_FILE);
        var port = Ports.lookedUpIn(data.resolve(Ports.FILE), NAME);
        if (port.isEmpty() || Files.notExists(passwordFile)) {
            throw new CannotStartException(
                    "--data " + data + " is not accepted; it must be the data folder of an 'up' that runs");
        }
        return new Reachable(urlOf(port.getAsInt()), Cluster.USER, Secret.keptIn(passwordFile));
    }

    /** How a database is reached. */
    public record Reachable(String url, String user, Secret password) {}

    @Override
    public String name() {
        return NAME;
    }

    public String url() {
        return urlOf(settings.port());
    }

    private static String urlOf(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE;
    }

    public String user() {
        return Cluster.USER;
    }

    public Secret password() {
        return password;
    }

    @Override
    public synchronized ProcessHandle start() throws IOException, InterruptedException {
        if (stopped) {
            throw new CannotStartException("The database was stopped before it started");
        }
        cluster.createOnce(control.program(), passwordFile, settings.ownLogs());
        SafeFile.write(cluster.folder().resolve(ClusterSettings.FILE), settings.text());
        cluster.forgetForeignProcess();
        var server = control.start();
        replaceGuard(Guard.over(server));
        return server;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        replaceGuard(null);
        try {
            if (cluster.server().isPresent()) {
                control.stop(TIME_TO_STOP);
            }
        } catch (IOException | CannotStartException e) {
            LOG.error("PostgreSQL did not stop; the next start will stop it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replaceGuard(@Nullable Guard next) {
        if (guard != null) {
            guard.close();
        }
        guard = next;
    }

    private static void stopLeftover(ServerControl control) throws IOException, InterruptedException {
        var leftover = control.cluster().server();
        if (leftover.isPresent()) {
            LOG.warn(
                    "Stopping the PostgreSQL that an earlier process left: {}",
                    leftover.get().pid());
            control.stop(TIME_FOR_LEFTOVER_TO_STOP);
        }
    }
}
