// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A broker that nobody kills: events in, how far they are judged, what was detected. */
final class ChaosKafka implements AutoCloseable {
    static final int PARTITIONS = 4;

    private final KafkaClusterTestKit broker;
    private final KafkaConnection kafka;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    ChaosKafka() throws Exception {
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
        admin = Admin.create(kafka.with(Map.of()));
        TopicCreation.createMissing(admin, Topics.ALL, new TopicLayout(PARTITIONS, (short) 1));
        producer = new KafkaProducer<>(
                kafka.with(Map.of("linger.ms", 5)), new ByteArraySerializer(), new ByteArraySerializer());
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    void settings(DefenseSettings settings) throws ExecutionException, InterruptedException {
        byte[] value = Topics.DEFENSE_SETTINGS.valueSerde().serializer().serialize("", settings);
        producer.send(new ProducerRecord<>(Topics.DEFENSE_SETTINGS.name(), Topics.SETTINGS_KEY.getBytes(UTF_8), value))
                .get();
    }

    /** Sends events, one behind another; they are in the topic when this returns. */
    void send(List<FirewallEvent> events) throws ExecutionException, InterruptedException {
        var sent = events.stream()
                .map(event -> producer.send(
                        new ProducerRecord<>(Topics.FIREWALL_EVENTS.name(), EventKey.of(event), event.bytes())))
                .toList();
        for (var each : sent) {
            each.get();
        }
    }

    /** How many events have been judged for good. */
    long judged() throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(ConsumerGroups.DETECTOR)
                .partitionsToOffsetAndMetadata()
                .get()
                .values()
                .stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /** Every detection, as the service reads them; waits until no killed detector's transaction is open any more. */
    List<Detection> detections() throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.DETECTIONS.name(), partition))
                .toList();
        var latest = admin.listOffsets(
                        partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        var detections = new ArrayList<Detection>();
        try (var consumer = new KafkaConsumer<>(
                kafka.with(Map.of("isolation.level", "read_committed")),
                Topics.DETECTIONS.keySerde().deserializer(),
                Topics.DETECTIONS.valueSerde().deserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(latest, partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> detections.add(record.value()));
            }
        }
        return detections;
    }

    private static long end(Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends, TopicPartition of) {
        var end = ends.get(of);
        return end == null ? 0 : end.offset();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        try {
            broker.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker was not stopped", e);
        }
    }
}
