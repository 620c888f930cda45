// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.ingest;

import io.activedefense.bench.broker.BrokerMeasurement;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many lines a second the bridge brings from files to the broker, beside Kafka's own producer tool. */
@Command(
        name = "ingest",
        description = "How fast a backlog of files comes to the broker, beside records of that size by Kafka's own"
                + " producer tool before and after, and with how much memory.")
public final class IngestCommand extends BrokerMeasurement {
    static final int PARTITIONS = 4;

    private static final long MEGABYTE = 1_000_000;
    private static final int PAYLOADS = 100_000;
    private static final long WARM_UP_BYTES = 150 * MEGABYTE;

    @Option(names = "--megabytes", defaultValue = "1000", description = "of log lines; default: ${DEFAULT-VALUE}")
    private long megabytes;

    @Option(names = "--heap", defaultValue = "256", description = "the bridge's, in MB; default: ${DEFAULT-VALUE}")
    private int heapMegabytes;

    @Override
    protected void measure(KafkaConnection kafka, Path scratch, PrintWriter out) throws Exception {
        createTopics(kafka);
        var warmUp = Backlog.written(scratch.resolve("warm-up"), 2, WARM_UP_BYTES);
        int eventBytes = Backlog.eventBytes();
        Path payloads = payloads(warmUp.files().getFirst(), eventBytes, scratch);
        var backlog = Backlog.written(scratch.resolve("backlog"), 3, megabytes * MEGABYTE);
        say(
                out,
                "%,d lines, %,d MB; %d bytes an event; %d partitions; load %.1f on %d cores"
                        .formatted(
                                backlog.lines(),
                                backlog.bytes() / MEGABYTE,
                                eventBytes,
                                PARTITIONS,
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                Runtime.getRuntime().availableProcessors()));
        var tool = new ProducerTool(kafka.properties().getOrDefault("bootstrap.servers", ""), scratch);
        var before = tool.run(payloads, warmUp.lines(), backlog.lines());
        tell(out, "Kafka's producer tool", before);
        var bridge = new BridgeRun(kafka, scratch, heapMegabytes).over(warmUp, backlog);
        tell(out, "the bridge", bridge);
        var after = tool.run(payloads, warmUp.lines(), backlog.lines());
        tell(out, "Kafka's producer tool", after);
        double ratio = bridge.perSecond() / ((before.perSecond() + after.perSecond()) / 2);
        say(
                out,
                "The bridge does %.0f %% of the tool; it had %d MB of memory at most, with a heap of %d MB"
                        .formatted(100 * ratio, bridge.peakMegabytes(), heapMegabytes));
    }

    private static void createTopics(KafkaConnection kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.with(Map.of()))) {
            TopicCreation.createMissing(admin, Topics.ALL, new TopicLayout(PARTITIONS, (short) 1));
            admin.createTopics(List.of(new NewTopic(ProducerTool.TOPIC, PARTITIONS, (short) 1)
                            .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                    .all()
                    .get();
        }
    }

    /** Pieces of lines, so that they compress about as events do. */
    private static Path payloads(Path lines, int length, Path scratch) throws IOException {
        Path payloads = scratch.resolve("payloads");
        try (var read = Files.lines(lines, StandardCharsets.UTF_8)) {
            List<String> pieces = read.filter(line -> line.length() >= length)
                    .limit(PAYLOADS)
                    .map(line -> line.substring(line.length() - length))
                    .toList();
            Files.write(payloads, pieces);
        }
        return payloads;
    }

    private static void tell(PrintWriter out, String what, Figures figures) {
        say(
                out,
                "%-22s %,9.0f a second, %5.2f CPU seconds a million"
                        .formatted(what, figures.perSecond(), figures.cpuSecondsPerMillion()));
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
