// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.status.BridgeStatus;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bridge against a real broker. */
class IngestBridgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path kafkaDirectory;

    private static RestartableKafka kafka;

    @TempDir
    Path directory;

    private Path folder;
    private Path log;
    private String device;
    private ApplicationContext context;

    @BeforeAll
    static void startKafka() throws IOException {
        kafka = new RestartableKafka(kafkaDirectory);
        kafka.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void startBridge() throws IOException {
        folder = Files.createDirectory(directory.resolve("logs"));
        device = directory.getFileName().toString();
        log = folder.resolve(device + ".log");
        context = bridge();
    }

    @AfterEach
    void stopBridge() {
        context.close();
    }

    @Test
    void linesArriveAsEventsAndWhatIsNoLineAsADeadLetter() throws IOException {
        append(line(1), "garbage");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(events()).hasSize(1);
            assertThat(deadLetters()).hasSize(1);
        });

        var event = events().getFirst().value();
        assertThat(event.text(EventText.DEVICE)).isEqualTo(device);
        assertThat(event.source()).hasToString("198.51.100.1");
        assertThat(event.line().offset()).isZero();
        assertThat(event.line().length()).isEqualTo(line(1).length());

        var letter = deadLetters().getFirst();
        assertThat(letter.value()).isEqualTo("garbage".getBytes(UTF_8));
        assertThat(header(letter, "file")).isEqualTo(log.getFileName().toString());
        assertThat(header(letter, "offset")).isEqualTo(String.valueOf(line(1).length() + 1));
        assertThat(header(letter, "length")).isEqualTo("7");
        assertThat(header(letter, "reason")).isEqualTo("unknown-format");
    }

    @Test
    void aRestartReadsNothingTwiceAndMissesNothing() throws IOException {
        append(line(1), line(2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).hasSize(2));
        context.close();
        append(line(3));
        context = bridge();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).hasSize(3));
        assertThat(identities()).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsLostWhileTheBrokerIsDown() throws IOException {
        append(line(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).hasSize(1));
        kafka.stop();
        append(IntStream.range(0, 1_000).mapToObj(IngestBridgeTest::line).toArray(String[]::new));
        await().atMost(PATIENCE).until(() -> !context.getBean(IngestLoop.class).kafkaReachable());
        append(line(2));
        kafka.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(identities()).hasSize(1_002));
        assertThat(identities()).doesNotHaveDuplicates();
    }

    @Test
    void itsStatusSaysHowFarItIs() throws IOException {
        append(line(1), "garbage");
        long written = Files.size(log);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses()).isNotEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses().getLast()).satisfies(status -> {
                    assertThat(status.instance()).isEqualTo("test");
                    assertThat(status.file()).isEqualTo(log.toString());
                    assertThat(status.offset()).isEqualTo(written);
                    assertThat(status.lagBytes()).isZero();
                    assertThat(status.lines()).isEqualTo(2);
                    assertThat(status.deadLetters()).isEqualTo(Map.of("unknown-format", 1L));
                    assertThat(status.lastLineAt()).isNotNull();
                }));
    }

    private ApplicationContext bridge() {
        return ApplicationContext.run(Map.of(
                "micronaut.server.port", "-1",
                "active-defense.kafka.bootstrap.servers", kafka.bootstrapServers(),
                "active-defense.topics.partitions", "4",
                "active-defense.topics.replication-factor", "1",
                "active-defense.ingest-bridge.enabled", "true",
                "active-defense.ingest-bridge.instance", "test",
                "active-defense.ingest-bridge.folders", folder.toString(),
                "active-defense.ingest-bridge.state-directory",
                        directory.resolve("state").toString()));
    }

    private List<ConsumerRecord<byte[], FirewallEvent>> events() {
        return read(Topics.FIREWALL_EVENTS).stream()
                .filter(event -> event.value().text(EventText.DEVICE).equals(device))
                .toList();
    }

    private List<LineIdentity> identities() {
        return events().stream().map(event -> event.value().line()).toList();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return read(Topics.DEAD_LETTERS).stream()
                .filter(letter -> letter.key().equals(device))
                .toList();
    }

    private List<BridgeStatus> statuses() {
        return read(Topics.BRIDGE_STATUS).stream()
                .filter(status -> status.key().equals("test:" + log))
                .map(ConsumerRecord::value)
                .toList();
    }

    /** Everything that stands in the topic now. */
    private static <K, V> List<ConsumerRecord<K, V>> read(Topic<K, V> topic) {
        var records = new ArrayList<ConsumerRecord<K, V>>();
        var connection = KafkaConnection.to(kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(
                connection.with(Map.of()),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String line(int number) {
        return "2026-11-22T11:00:00+00:00 PA-1 SrcLocation=Netherlands; SrcIP=198.51.100." + number % 250
                + "; SrcPort=40000; SrcUser=; DstLocation=Germany; DstIP=192.0.2.1; DstPort=" + number
                + "; Action=deny; RuleName=Inbound; RuleID=1; TimeReceived=2026/11/22 11:00:00; ThreatName=;"
                + " ThreatID=; Severity=; Subtype=deny; Type= TRAFFIC;";
    }

    private void append(String... lines) throws IOException {
        Files.write(log, (String.join("\n", lines) + "\n").getBytes(UTF_8), CREATE, APPEND);
    }
}
