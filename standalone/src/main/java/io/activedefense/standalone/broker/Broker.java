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
import java.util.List;
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
    private final Path formatted;
    private final Path settingsFile;
    private final Path processFile;
    private final Path ownLogs;
    private final BrokerSettings settings;
    private @Nullable Process process;
    private boolean stopped;

    private Broker(BrokerProgram program, Path folder, Path ownLogs, BrokerSettings settings) {
        this.program = program;
        this.formatted = folder.resolve("formatted");
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
        var started = launch(arguments());
        if (!BrokerReadiness.awaited(started, bootstrapServers(), TIME_TO_START)) {
            throw new CannotStartException("The broker did not start; " + ownLogs.resolve("broker.log") + " says why");
        }
        markFormatted();
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

    private synchronized Process launch(List<String> arguments) throws IOException {
        if (stopped) {
            throw new CannotStartException("The broker was stopped while it started");
        }
        var started = program.serve(ownLogs, arguments).start();
        process = started;
        SafeFile.write(processFile, started.pid() + "\n");
        return started;
    }

    /** Kafka wants its folder formatted before the first start; a first start that was cut off begins anew. */
    private List<String> arguments() throws IOException {
        if (Files.exists(formatted)) {
            return List.of(settingsFile.toString());
        }
        Trees.delete(settings.logFolder());
        return List.of(settingsFile.toString(), Uuid.randomUuid().toString());
    }

    /** A broker that serves was formatted, and nobody has written to it yet. */
    private void markFormatted() throws IOException {
        if (!Files.exists(formatted)) {
            SafeFile.write(formatted, "");
        }
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
