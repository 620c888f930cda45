// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.detector.DetectorStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A detector in a process of its own, as the product runs it, that ends by kill -9 only. */
final class KilledDetector implements AutoCloseable {
    private static final String PREFIX = "-Dactive-defense.detector-streams.";

    private final Path folder;
    private final List<String> command;
    private @Nullable Process process;
    private int starts;

    KilledDetector(String bootstrapServers, Path folder, String instance, int partitions) throws IOException {
        this.folder = Files.createDirectories(folder);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "-Dmicronaut.server.port=-1",
                "-Dactive-defense.kafka.bootstrap.servers=" + bootstrapServers,
                "-Dactive-defense.topics.partitions=" + partitions,
                "-Dactive-defense.topics.replication-factor=1",
                PREFIX + "state-directory=" + folder.resolve("state"),
                PREFIX + "instance=" + instance,
                PREFIX + "standby-replicas=1",
                PREFIX + "commit-interval=200ms",
                DetectorStreams.class.getName());
    }

    void start() throws IOException {
        starts++;
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(starts + ".log").toFile())
                .start();
    }

    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** What it said last. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(starts + ".log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
