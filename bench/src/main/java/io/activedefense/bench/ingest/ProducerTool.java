// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import io.activedefense.standalone.broker.BrokerProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Kafka's own tool that sends records as fast as it can, with the bridge's settings of a producer, and does nothing else. */
final class ProducerTool {
    static final String TOPIC = "bench-producer-tool";

    private static final int HEAP_MEGABYTES = 512;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Pattern RESULT = Pattern.compile("^\\d+ (?!warmup).*?records sent, ([\\d.]+) records/sec.*");
    private static final List<String> SETTINGS = List.of(
            "acks=all",
            "enable.idempotence=true",
            "compression.type=lz4",
            "linger.ms=5",
            "batch.size=131072",
            "buffer.memory=67108864");

    private final String bootstrapServers;
    private final Path folder;

    ProducerTool(String bootstrapServers, Path folder) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
    }

    /**
     * Sends so many records and then measures so many.
     *
     * @param payloads a file of texts, of which each record is one
     */
    Figures run(Path payloads, long warmUp, long records) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                TOPIC,
                "--throughput",
                "-1",
                "--payload-file",
                payloads.toString(),
                "--warmup-records",
                Long.toString(warmUp),
                "--num-records",
                Long.toString(warmUp + records),
                "--bootstrap-server",
                bootstrapServers,
                "--command-property"));
        arguments.addAll(SETTINGS);
        Path output = Files.createTempFile(folder, "producer-tool", ".txt");
        Path quiet =
                Files.writeString(folder.resolve("quiet.xml"), "<configuration><root level=\"WARN\"/></configuration>");
        var properties = Map.of("logback.configurationFile", quiet.toString());
        try (var tool = JavaProcess.begun(classPath(), HEAP_MEGABYTES, properties, output, arguments)) {
            while (!tool.ended(LOOK)) {
                tool.cpu();
            }
            return new Figures(recordsPerSecond(tool.said()), tool.cpu(), warmUp + records, 0);
        }
    }

    /** The last summary; those before are of stretches in between and of the warm-up. */
    static double recordsPerSecond(List<String> said) {
        return said.reversed().stream()
                .map(RESULT::matcher)
                .filter(Matcher::matches)
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Kafka's producer tool told no figure, but: " + String.join(" / ", said)));
    }

    /** The tool is in our class path, what it needs in the broker's. */
    private static String classPath() throws IOException {
        String tools = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("kafka-tools-\\d.*"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("kafka-tools is not in the class path"));
        return BrokerProgram.installed().classPath() + File.pathSeparator + tools;
    }
}
