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
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.StrictDocument;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.RefusedLine;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.publish.MissingTopics;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators decide about devices reaches the whole bridge by a real broker. */
class BridgeDevicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WAIT = "{\"devices\": {\"newDevices\": \"wait\"}}";

    @TempDir
    Path directory;

    private Path folder;
    private RestartableKafka kafka;
    private @Nullable ApplicationContext context;

    @BeforeEach
    void startKafka() throws IOException {
        folder = Files.createDirectory(directory.resolve("logs"));
        kafka = new RestartableKafka(Files.createDirectory(directory.resolve("broker")));
        kafka.start();
        new MissingTopics(KafkaConnection.to(kafka.bootstrapServers()), new TopicLayout(1, (short) 1))
                .create(Topics.ALL);
    }

    @AfterEach
    void stop() {
        stopBridge();
        kafka.close();
    }

    @Test
    void aDevicesTimeZoneHoldsForItsFirstLineAndAnotherForTheNext() throws IOException {
        append("PA-1", line(1));
        decide(device("PA-1", true, "Europe/Vienna"));
        startBridge();
        awaitEvents("PA-1", 1);
        assertThat(times("PA-1")).containsExactly(NOON.minusSeconds(3_600));

        append("PA-2", line(1));
        decide(device("PA-1", true, "UTC"));
        decide(device("PA-2", false, null));
        awaitStanding("PA-2", Standing.DISABLED); // its decision stands behind the other
        append("PA-1", line(2));
        awaitEvents("PA-1", 2);
        assertThat(times("PA-1")).containsExactly(NOON.minusSeconds(3_600), NOON);
    }

    @Test
    void aDisabledDeviceKeepsItsPlaceThroughARestartAndGoesOnThere() throws IOException {
        startBridge();
        append("PA-1", line(1));
        awaitEvents("PA-1", 1);
        decide(device("PA-1", false, null));
        awaitStanding("PA-1", Standing.DISABLED);
        append("PA-1", line(2), line(3));
        append("PA-2", line(1));
        awaitEvents("PA-2", 1);
        stopBridge();
        startBridge();
        append("PA-2", line(2));
        awaitEvents("PA-2", 2);
        assertThat(events("PA-1")).hasSize(1);

        decide(device("PA-1", true, null));
        awaitEvents("PA-1", 3);
        assertThat(identities("PA-1")).doesNotHaveDuplicates();
    }

    @Test
    void newDevicesWaitUnreadWhereTheSettingsSaySoUntilOneIsApproved() throws IOException {
        startBridge();
        append("old", line(1));
        awaitEvents("old", 1);
        settings(WAIT);
        awaitThatNewDevicesWait();
        append("new", line(1), line(2));
        awaitStanding("new", Standing.WAITING);
        assertThat(status("new")).hasValueSatisfying(status -> {
            assertThat(status.offset()).isZero();
            assertThat(status.lagBytes()).isPositive();
        });
        stopBridge();
        startBridge();
        append("old", line(2));
        awaitEvents("old", 2);
        assertThat(events("new")).isEmpty();

        decide(device("new", true, null));
        awaitEvents("new", 2);
        awaitStanding("new", Standing.READ);
    }

    @Test
    void aFileWithAnOddNameIsADeviceWithASafeOne() throws IOException {
        startBridge();
        append("PA\u202e1", line(1), "gar\u001b[31mbage");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses()).anySatisfy(status -> {
                    assertThat(status.device()).matches("PA_1~[0-9a-f]{12}");
                    assertThat(status.file()).endsWith("PA\ufffd1.log");
                    assertThat(status.refused()).extracting(RefusedLine::text).containsExactly("gar\ufffd[31mbage");
                    assertThat(status.refused()).extracting(RefusedLine::reason).containsExactly("unknown-format");
                }));
    }

    @Test
    void decisionsHoldAfterKafkaWasAway() throws IOException {
        startBridge();
        append("PA-1", line(1));
        awaitEvents("PA-1", 1);
        kafka.stop();
        await().atMost(PATIENCE)
                .until(() -> context != null
                        && (appended("PA-1", line(2))
                                && !context.getBean(IngestLoop.class).kafkaReachable()));
        kafka.start();
        decide(device("PA-1", false, null));
        awaitStanding("PA-1", Standing.DISABLED);
    }

    /** Each probe is a new device: the first ones may still be read. */
    private void awaitThatNewDevicesWait() {
        var probes = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> {
            append("probe-" + probes.incrementAndGet(), line(1));
            return statuses().stream().anyMatch(status -> status.standing() == Standing.WAITING);
        });
    }

    private boolean appended(String device, String line) throws IOException {
        append(device, line);
        return true;
    }

    private void startBridge() {
        context = ApplicationContext.run(Map.of(
                "micronaut.server.port", "-1",
                "active-defense.kafka.bootstrap.servers", kafka.bootstrapServers(),
                "active-defense.topics.partitions", "1",
                "active-defense.topics.replication-factor", "1",
                "active-defense.ingest-bridge.enabled", "true",
                "active-defense.ingest-bridge.instance", "test",
                "active-defense.ingest-bridge.folders", folder.toString(),
                "active-defense.ingest-bridge.state-directory",
                        directory.resolve("state").toString()));
    }

    private void stopBridge() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    private static Device device(String name, boolean enabled, @Nullable String zone) {
        return new Device(name, enabled, zone == null ? null : ZoneId.of(zone), null, null);
    }

    private void decide(Device device) {
        publish(Topics.DEVICES, device.name(), device);
    }

    private void settings(String json) {
        DefenseSettings document = StrictDocument.read(json.getBytes(UTF_8), DefenseSettings.class);
        publish(Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, document);
    }

    private <V> void publish(Topic<String, V> topic, String key, V value) {
        try (var producer = new KafkaProducer<>(
                KafkaConnection.to(kafka.bootstrapServers()).with(Map.of()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitEvents(String device, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events(device)).hasSize(count));
    }

    private void awaitStanding(String device, Standing standing) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(status(device).map(BridgeStatus::standing)).contains(standing));
    }

    private List<FirewallEvent> events(String device) {
        return read(Topics.FIREWALL_EVENTS).stream()
                .map(ConsumerRecord::value)
                .filter(event -> event.text(EventText.DEVICE).equals(device))
                .toList();
    }

    private List<Instant> times(String device) {
        return events(device).stream()
                .map(event -> Instant.ofEpochMilli(event.eventTimeMillis()))
                .toList();
    }

    private List<LineIdentity> identities(String device) {
        return events(device).stream().map(FirewallEvent::line).toList();
    }

    private Optional<BridgeStatus> status(String device) {
        return statuses().stream()
                .filter(status -> status.device().equals(device))
                .reduce((first, last) -> last);
    }

    private List<BridgeStatus> statuses() {
        return read(Topics.BRIDGE_STATUS).stream().map(ConsumerRecord::value).toList();
    }

    /** Everything that stands in the topic now. */
    private <K, V> List<ConsumerRecord<K, V>> read(Topic<K, V> topic) {
        var records = new ArrayList<ConsumerRecord<K, V>>();
        try (var consumer = new KafkaConsumer<>(
                KafkaConnection.to(kafka.bootstrapServers()).with(Map.of()),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer())) {
            var partitions = List.of(new TopicPartition(topic.name(), 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String line(int port) {
        return "SrcLocation=; SrcIP=198.51.100.1; SrcPort=40000; SrcUser=; DstLocation=; DstIP=192.0.2.1; DstPort="
                + port + "; Action=deny; RuleName=Inbound; RuleID=1; TimeReceived=2026/11/22 12:00:00; ThreatName=;"
                + " ThreatID=; Severity=; Subtype=deny; Type= TRAFFIC;";
    }

    private void append(String device, String... lines) throws IOException {
        Files.write(folder.resolve(device + ".log"), (String.join("\n", lines) + "\n").getBytes(UTF_8), CREATE, APPEND);
    }
}
