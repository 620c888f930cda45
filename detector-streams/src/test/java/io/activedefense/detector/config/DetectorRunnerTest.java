// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static io.activedefense.detector.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.topology.DetectorMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The detector on a real broker: started, switched, stopped and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectorRunnerTest {
    private static final TopicLayout LAYOUT = new TopicLayout(2, (short) 1);
    private static final Duration LONG = Duration.ofSeconds(60);

    private KafkaClusterTestKit broker;
    private KafkaConnection kafka;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<String, Detection> consumer;
    private final List<Detection> detections = new ArrayList<>();

    @BeforeAll
    void startBroker() throws Exception {
        broker = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        broker.format();
        broker.startup();
        broker.waitForReadyBrokers();
        kafka = KafkaConnection.to(broker.bootstrapServers());
        try (var admin = broker.admin()) {
            TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);
        }
        producer = new KafkaProducer<>(kafka.with(Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                kafka.with(Map.of(
                        "group.id", "test", "auto.offset.reset", "earliest", "isolation.level", "read_committed")),
                Topics.DETECTIONS.keySerde().deserializer(),
                Topics.DETECTIONS.valueSerde().deserializer());
        consumer.subscribe(List.of(Topics.DETECTIONS.name()));
    }

    @AfterAll
    void stopBroker() throws Exception {
        consumer.close();
        producer.close();
        broker.close();
    }

    @Test
    void keepsItsStateOverARestartAndWorksOffWhatCameWhileItWasOff(@TempDir Path directory) throws Exception {
        try (var detector = detector(directory)) {
            await("settings").atMost(LONG).until(() -> detector.condition().what(), "waiting for settings"::equals);
            settings("{\"version\": 1, \"portScan\": {\"threshold\": 2}}");
            await("running").atMost(LONG).until(() -> detector.condition().ready());
            send(traffic("PA-1", "8.1.2.3", "5.6.7.8", 1, 0), traffic("PA-1", "8.1.2.3", "5.6.7.8", 2, 1));
            threatIsDetected("8.1.1.1", 2);
        }
        try (var detector = detector(directory)) {
            await("running again").atMost(LONG).until(() -> detector.condition().ready());
            send(traffic("PA-1", "8.1.2.3", "5.6.7.8", 3, 3));
            await("the third port")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(detected()).contains("8.1.2.3 port-scan"));

            settings("{\"version\": 2, \"on\": false, \"portScan\": {\"threshold\": 2}}");
            await("off").atMost(LONG).until(() -> detector.condition().what(), "off"::equals);
            send(io.activedefense.detector.Events.threat("PA-1", "8.7.7.7", 5));
            settings("{\"version\": 3, \"on\": true, \"portScan\": {\"threshold\": 2}}");
            await("the backlog")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(detected()).contains("8.7.7.7 vulnerability"));
        }
        assertThat(detected()).doesNotHaveDuplicates();
    }

    /** What came before it has been judged as well: same partition or not, the commit is one. */
    private void threatIsDetected(String source, int second) throws Exception {
        send(io.activedefense.detector.Events.threat("PA-1", source, second));
        await("a detection")
                .atMost(LONG)
                .untilAsserted(() -> assertThat(detected()).contains(source + " vulnerability"));
    }

    private DetectorRunner detector(Path directory) {
        var config = new DetectorConfig(1, directory, Duration.ofMillis(200), 0, "");
        var runner = new DetectorRunner(kafka, LAYOUT, config, new DetectorMeters(new SimpleMeterRegistry()));
        runner.start();
        return runner;
    }

    private void settings(String json) throws Exception {
        var document = Json.STRICT.readValue(json, DefenseSettings.class);
        byte[] value = Topics.DEFENSE_SETTINGS.valueSerde().serializer().serialize("", document);
        producer.send(new ProducerRecord<>(
                        Topics.DEFENSE_SETTINGS.name(),
                        Topics.SETTINGS_KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        value))
                .get();
    }

    private void send(FirewallEvent... events) throws Exception {
        for (FirewallEvent event : events) {
            producer.send(new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes()))
                    .get();
        }
    }

    private List<String> detected() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> detections.add(record.value()));
        return detections.stream()
                .map(detection -> detection.source() + " " + detection.rule())
                .toList();
    }
}
