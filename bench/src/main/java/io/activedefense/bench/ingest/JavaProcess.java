// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, so that its heap and its processor time are its own too. */
final class JavaProcess implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String PEAK = "VmHWM:";

    private final Process process;
    private final Path output;
    private Duration cpu = Duration.ZERO;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param properties of the system
     * @param output takes what it says
     */
    static JavaProcess begun(
            String classPath, int heapMegabytes, Map<String, String> properties, Path output, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx" + heapMegabytes + "m",
                "-Duser.language=en",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", classPath);
        return new JavaProcess(builder.start(), output);
    }

    boolean ended(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it ended with " + process.exitValue() + ": " + lastWords());
        }
    }

    private String lastWords() throws IOException {
        List<String> said = Files.readAllLines(output);
        return String.join(" / ", said.subList(Math.max(0, said.size() - 3), said.size()));
    }

    List<String> said() throws IOException {
        return Files.readAllLines(output);
    }

    /** So far; of one that has ended, as it was last asked. */
    Duration cpu() {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        return cpu;
    }

    /** The most memory that it has had, all kinds together; 0 where the system does not tell. */
    long peakMegabytes() throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
