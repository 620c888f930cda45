// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.topology.DetectorMeters;
import io.activedefense.detector.topology.DetectorTopology;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormat;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

/**
 * The detector's topology over a real trace, against what an independent reader found in it by brute force: the same that
 * {@code replay} is held against.
 */
class RealTraceTest {
    private static final String VARIABLE = "ACTIVE_DEFENSE_TRACES";
    private static final String TRACE = "marx.log.xz";
    private static final Instant READ = Instant.parse("2013-09-09T00:00:00Z");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int OFTEN = 10_000;

    private static final @Nullable String GIVEN = System.getenv(VARIABLE);

    @TempDir
    private Path folder = Path.of("");

    private final LogFormat format = LogFormats.recognised(EventTimes.of(ZoneOffset.UTC));
    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final Map<String, Instant> first = new HashMap<>();

    @BeforeAll
    static void sayLoudlyWhatIsMissing() {
        if (!isThere()) {
            System.err.println("SKIPPED: " + RealTraceTest.class.getName() + ": " + missing());
        }
    }

    @BeforeEach
    void needsTheTrace() {
        assumeTrue(isThere(), RealTraceTest::missing);
    }

    @ParameterizedTest(name = "more than {0} ports")
    @ValueSource(ints = {10, 15})
    void theTopologyFindsWhatReplayFinds(int ports) throws IOException {
        var settings = new SettingsHolder();
        settings.put(Json.STRICT.readValue(
                "{\"portScan\": {\"threshold\": %d}, \"ipScan\": {\"threshold\": 4}}".formatted(ports),
                DefenseSettings.class));
        var topology =
                new DetectorTopology(new ListedSources(), settings, new DetectorMeters(new SimpleMeterRegistry()));
        try (var driver = new TopologyTestDriver(topology.build(), config())) {
            var bytes = new ByteArraySerializer();
            var events = driver.createInputTopic(Topics.FIREWALL_EVENTS.name(), bytes, bytes);
            var detections = driver.createOutputTopic(
                    Topics.DETECTIONS.name(),
                    Topics.DETECTIONS.keySerde().deserializer(),
                    Topics.DETECTIONS.valueSerde().deserializer());
            var changelog = driver.createOutputTopic(
                    "test-" + DetectorTopology.STATE_STORE + "-changelog",
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            judge(events, detections, changelog);
        }
        assertThat(found()).isEqualTo(expected(ports));
    }

    private void judge(
            TestInputTopic<byte[], byte[]> events,
            TestOutputTopic<String, Detection> detections,
            TestOutputTopic<byte[], byte[]> changelog)
            throws IOException {
        var sent = new int[1];
        eachEvent(event -> {
            events.pipeInput(EventKey.of(event), event.bytes(), READ);
            if (++sent[0] % OFTEN == 0) {
                take(detections);
                changelog.readRecordsToList(); // else it would all be held
            }
        });
        take(detections);
        assertThat(sent[0]).isPositive();
    }

    private void take(TestOutputTopic<String, Detection> detections) {
        detections
                .readValuesToList()
                .forEach(detection -> first.putIfAbsent(detection.source() + "," + detection.rule(), detection.at()));
    }

    private void eachEvent(Consumer<FirewallEvent> taker) throws IOException {
        byte[] text = text();
        int begin = 0;
        for (int end = 0; end < text.length; end++) {
            if (text[end] == '\n') {
                assertThat(format.parse(text, begin, end, READ.toEpochMilli(), writer))
                        .isInstanceOf(ParseOutcome.Parsed.class);
                taker.accept(writer.arrival(READ.toEpochMilli())
                        .text(EventText.DEVICE, "MARX-FW-01")
                        .build());
                begin = end + 1;
            }
        }
    }

    private Set<String> found() {
        return first.entrySet().stream()
                .map(firing -> firing.getKey() + "," + SECONDS.format(firing.getValue()))
                .collect(Collectors.toSet());
    }

    private static Set<String> expected(int ports) throws IOException {
        return Files.readAllLines(traces().resolve("marx-expected-ports" + ports + "-hosts4.csv")).stream()
                .skip(1)
                .collect(Collectors.toSet());
    }

    private Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return config;
    }

    private static byte[] text() throws IOException {
        try (var stored = new XZInputStream(Files.newInputStream(traces().resolve(TRACE)))) {
            return stored.readAllBytes();
        }
    }

    private static Path traces() {
        return Path.of(GIVEN + "");
    }

    private static boolean isThere() {
        return GIVEN != null && Files.isReadable(Path.of(GIVEN, TRACE));
    }

    private static String missing() {
        return "it needs the folder that holds " + TRACE + " in the variable " + VARIABLE;
    }
}
