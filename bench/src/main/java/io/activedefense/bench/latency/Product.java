// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The product that is measured: its log folder and its list. */
interface Product extends AutoCloseable {
    Path logs();

    URI edl();

    @Override
    void close() throws IOException;

    /** One that runs already, and goes on. */
    record Running(Path logs, URI edl) implements Product {
        public Running {
            if (!Files.isDirectory(logs) || !Files.isWritable(logs)) {
                throw new IllegalArgumentException("--logs: " + logs + " is not a folder that can be written");
            }
        }

        @Override
        public void close() {}
    }

    /** One of our own, on a throw-away folder, that ends with the measurement. */
    record Child(Process process, Path data, Path logs, URI edl) implements Product {
        private static final Duration TIME_TO_START = Duration.ofMinutes(5);
        private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

        static Child start(Path command) throws IOException, InterruptedException, TimeoutException {
            Path data = Files.createTempDirectory("active-defense-bench");
            Path logs = Files.createDirectory(data.resolve("logs"));
            int port = freePort();
            Process process = new ProcessBuilder(
                            command.toAbsolutePath().toString(),
                            "up",
                            "--data",
                            data.resolve("data").toString(),
                            "--logs",
                            logs.toString(),
                            "--http",
                            String.valueOf(port))
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var child = new Child(process, data, logs, URI.create("http://127.0.0.1:" + port + "/files/blacklist.txt"));
            try (var edl = new Edl(child.edl())) {
                edl.awaitServed(TIME_TO_START);
                return child;
            } catch (TimeoutException | InterruptedException e) {
                child.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
            delete(data);
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private static void delete(Path root) throws IOException {
            try (Stream<Path> all = Files.walk(root)) {
                all.sorted(Comparator.reverseOrder()).forEach(Child::deleteOne);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private static void deleteOne(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
