// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.data.SafeFile;
import io.activedefense.standalone.data.Trees;
import io.activedefense.standalone.server.Processes;
import io.activedefense.standalone.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka broker as a child process with a heap and a class path of its own. It ends with us, however we end: it
 * watches the pipe that is its standard input.
 */
public final class Broker implements Server {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(3);
    private static final Duration TIME_FOR_LEFTOVER_TO_STOP = Duration.ofSeconds(10);

    private final BrokerProgram program;
    private final Path folder;
    private final Path settingsFile;
    private final Path processFile;
    private final Path ownLogs;
    private final BrokerSettings settings;
    private @Nullable Process process;
    private boolean stopped;

    private Broker(BrokerProgram program, Path folder, Path ownLogs, BrokerSettings settings) {
        this.program = program;
        this.folder = folder;
        this.settingsFile = settingsFile(folder);
        this.processFile = processFile(folder);
        this.ownLogs = ownLogs;
        this.settings = settings;
    }

    /** The broker of a data folder. One that an earlier process left running is stopped first. */
    public static Broker of(DataFolder data, Ports ports, BrokerProgram program)
            throws IOException, InterruptedException {
        var folder = data.privateFolder("kafka");
        stopLeftover(folder);
        var settings = new BrokerSettings(folder.resolve("log"), ports.portFor("broker"), ports.portFor("controller"));
        return new Broker(program, folder, data.ownLogs(), settings);
    }

    @Override
    public String name() {
        return "broker";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.brokerPort();
    }

    @Override
    public ProcessHandle start() throws IOException, InterruptedException {
        SafeFile.write(settingsFile, settings.text());
        formatOnce();
        var started = launch();
        if (!BrokerReadiness.awaited(started, bootstrapServers(), TIME_TO_START)) {
            throw new CannotStartException("The broker did not start; " + ownLogs.resolve("broker.log") + " says why");
        }
        return started.toHandle();
    }

    @Override
    public void stop() {
        var running = refuseFurtherStarts();
        if (running == null) {
            return;
        }
        try {
            Processes.stop(running.toHandle(), TIME_TO_STOP);
            Files.deleteIfExists(processFile);
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The broker's process file stays: {}", processFile, e);
        }
    }

    private synchronized @Nullable Process refuseFurtherStarts() {
        stopped = true;
        return process;
    }

    private synchronized Process launch() throws IOException {
        if (stopped) {
            throw new CannotStartException("The broker was stopped while it started");
        }
        var started = program.serve(settingsFile, ownLogs).start();
        process = started;
        SafeFile.write(processFile, started.pid() + "\n");
        return started;
    }

    /** Kafka wants its folder formatted before the first start; a format that was cut off is done again. */
    private void formatOnce() throws IOException, InterruptedException {
        var formatted = folder.resolve("formatted");
        if (Files.exists(formatted)) {
            return;
        }
        Trees.delete(settings.logFolder());
        var clusterId = Uuid.randomUuid().toString();
        Processes.run(
                "Formatting the broker's folder",
                program.format(settingsFile, clusterId),
                "",
                ownLogs.resolve("broker-format.log"));
        SafeFile.write(formatted, clusterId + "\n");
    }

    private static void stopLeftover(Path folder) throws IOException, InterruptedException {
        var leftover = Processes.recordedIn(processFile(folder))
                .filter(process -> Processes.worksOn(process, settingsFile(folder)));
        if (leftover.isPresent()) {
            LOG.warn(
                    "Stopping the broker that an earlier process left: {}",
                    leftover.get().pid());
            Processes.stop(leftover.get(), TIME_FOR_LEFTOVER_TO_STOP);
        }
    }

    private static Path settingsFile(Path folder) {
        return folder.resolve("server.properties");
    }

    private static Path processFile(Path folder) {
        return folder.resolve("process");
    }
}
