// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.edl;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server of the list, in a process of its own.
 *
 * @param name for people
 * @param process that serves
 * @param port of loopback
 */
record ListServer(String name, Process process, int port) implements AutoCloseable {
    static final String PATH = "/files/blacklist.txt";
    private static final Duration TIME_TO_START = Duration.ofMinutes(2);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

    /** The service alone, with database and Kafka away. */
    static ListServer product(Path state) throws IOException, InterruptedException, TimeoutException {
        int port = freePort();
        return started(
                "the service",
                port,
                List.of(
                        "-Dactive-defense.blacklist-service.state-directory=" + state,
                        "-Dactive-defense.blacklist-service.admin-password-file=" + state.resolve("password"),
                        "-Ddatasources.default.url=jdbc:postgresql://127.0.0.1:1/away",
                        "-Dactive-defense.kafka.bootstrap.servers=127.0.0.1:1",
                        "-Dmicronaut.server.port=" + port,
                        "io.activedefense.blacklist.BlacklistService"));
    }

    /** A server that can do nothing else. */
    static ListServer bare(Path state) throws IOException, InterruptedException, TimeoutException {
        int port = freePort();
        return started("bare Netty", port, List.of(BareServer.class.getName(), state.toString(), String.valueOf(port)));
    }

    Duration cpuTime() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system tells no CPU time of processes"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ListServer started(String name, int port, List<String> arguments)
            throws IOException, InterruptedException, TimeoutException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx512m", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var server = new ListServer(name, process, port);
        try {
            server.awaitListening();
            return server;
        } catch (IOException | TimeoutException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    private void awaitListening() throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new TimeoutException(name + " does not listen on port " + port);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean listens() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = socket.getInputStream()) {
            return in != null;
        } catch (ConnectException e) {
            return false; // not yet
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
