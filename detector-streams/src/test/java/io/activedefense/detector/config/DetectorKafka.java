// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.detector.topology.DetectorMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker with the product's topics, and detectors on it. */
final class DetectorKafka implements AutoCloseable {
    static final int PARTITIONS = 2;

    private static final TopicLayout LAYOUT = new TopicLayout(PARTITIONS, (short) 1);

    private final KafkaClusterTestKit broker;
    private final KafkaConnection kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<KafkaConsumer<?, ?>> consumers = new ArrayList<>();

    DetectorKafka() throws Exception {
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
        producer = new KafkaProducer<>(
                kafka.with(Map.of("max.request.size", Topic.LARGEST_RECORD)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    DetectorRunner detector(Path directory) {
        return detector(directory, new SimpleMeterRegistry());
    }

    DetectorRunner detector(Path directory, MeterRegistry registry) {
        var config = new DetectorConfig(1, directory, Duration.ofMillis(200), 0, "");
        var runner = new DetectorRunner(kafka, LAYOUT, config, new DetectorMeters(registry));
        runner.start();
        return runner;
    }

    void settings(String json) throws Exception {
        var document = Json.STRICT.readValue(json, DefenseSettings.class);
        byte[] value = Topics.DEFENSE_SETTINGS.valueSerde().serializer().serialize("", document);
        raw(Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY.getBytes(UTF_8), value);
    }

    void events(FirewallEvent... events) throws Exception {
        for (FirewallEvent event : events) {
            raw(Topics.FIREWALL_EVENTS, EventKey.of(event), event.bytes());
        }
    }

    void raw(Topic<?, ?> topic, byte @Nullable [] key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    /** Reads a topic from its beginning, as those who use it read it: what was committed. */
    <K, V> KafkaConsumer<K, V> reader(Topic<K, V> topic) {
        var consumer = new KafkaConsumer<>(
                kafka.with(Map.of("isolation.level", "read_committed")),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
        consumers.add(consumer);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** The last word on each partition. */
    static final class Statuses {
        private final KafkaConsumer<String, DetectorStatus> consumer;
        private final Map<Integer, DetectorStatus> last = new HashMap<>();

        Statuses(DetectorKafka kafka) {
            consumer = kafka.reader(Topics.DETECTOR_STATUS);
        }

        List<DetectorStatus> now() {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> last.put(record.value().partition(), record.value()));
            return List.copyOf(last.values());
        }
    }

    @Override
    public void close() {
        consumers.forEach(KafkaConsumer::close);
        producer.close();
        try {
            broker.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker was not stopped", e);
        }
    }
}
