// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import static org.awaitility.Awaitility.await;

import io.activedefense.standalone.ActiveDefense;
import io.activedefense.standalone.broker.BrokerProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code activedefense up} as a process of its own, as the script starts it. */
public final class RunningUp implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofMinutes(4);

    private final Process process;
    private final Path data;
    private final Path output;
    private final int port;

    private RunningUp(Process process, Path data, Path output, int port) {
        this.process = process;
        this.data = data;
        this.output = output;
        this.port = port;
    }

    static RunningUp begin(Path data, String... options) throws IOException {
        int port = freePort();
        var output = Files.createTempFile(data.getParent(), "up-", ".out");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + BrokerProgram.FOLDERS_PROPERTY + "=" + System.getProperty(BrokerProgram.FOLDERS_PROPERTY),
                ActiveDefense.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--http",
                Integer.toString(port)));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new RunningUp(builder.start(), data, output, port);
    }

    public static RunningUp ready(Path data, String... options) throws IOException {
        var up = begin(data, options);
        await().atMost(TIME_TO_START).until(() -> up.said().contains("Ready after") || !up.process.isAlive());
        if (!up.process.isAlive()) {
            throw new AssertionError("It did not start: " + up.said());
        }
        return up;
    }

    public String said() throws IOException {
        return Files.readString(output);
    }

    public Path data() {
        return data;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The exit code, once it ended. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** Asks it to end, as Ctrl-C and service managers do; how long it took. */
    Duration stop() {
        long begin = System.nanoTime();
        process.destroy();
        process.onExit().join();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Ends it and its servers at once, as a power cut does. */
    void killAll() {
        var servers = serversOf(data).toList();
        process.destroyForcibly();
        servers.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        servers.forEach(server -> server.onExit().join());
    }

    /** Ends it alone, as when memory is short. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends its database at once, which it then starts again. */
    void killDatabase() throws IOException {
        String file = Files.readString(data.resolve("postgres/cluster/postmaster.pid"));
        long pid = Long.parseLong(file.lines().findFirst().orElseThrow().strip());
        ProcessHandle.of(pid).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    /** What runs on a data folder. */
    static Stream<ProcessHandle> serversOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data + "/"));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
