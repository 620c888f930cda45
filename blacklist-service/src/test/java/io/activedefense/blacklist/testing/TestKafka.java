// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import static java.util.Objects.requireNonNull;

import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.TopicLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker of its own. */
public final class TestKafka implements AutoCloseable {
    private final KafkaClusterTestKit cluster;
    private final Map<String, String> client;

    public TestKafka() throws Exception {
        this(Map.of(), Map.of());
    }

    private TestKafka(Map<String, String> broker, Map<String, String> client) throws Exception {
        this.client = client;
        var nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        var builder = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("auto.create.topics.enable", "false");
        broker.forEach(builder::setConfigProp);
        cluster = builder.build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
    }

    /**
     * One that is spoken to over TLS only, by those who know a user's password.
     *
     * @param jaas of the user, as a client names it
     * @param broker its keystore and truststore, as Kafka names them
     */
    public static TestKafka secured(String jaas, Map<String, String> broker) throws Exception {
        var settings = new HashMap<>(broker);
        settings.put("listener.security.protocol.map", "EXTERNAL:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                "listener.name.external.plain.sasl.jaas.config",
                jaas.replaceFirst("username=\"(.*)\" password=\"(.*)\"", "$0 user_$1=\"$2\""));
        return new TestKafka(
                settings,
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        jaas,
                        "ssl.truststore.type",
                        requireNonNull(broker.get("ssl.truststore.type")),
                        "ssl.truststore.location",
                        requireNonNull(broker.get("ssl.truststore.location"))));
    }

    /** Stops the broker; what it has stays. */
    public void outage() {
        broker().shutdown();
        broker().awaitShutdown();
    }

    /** Starts it again, at the same address. */
    public void recovery() throws Exception {
        broker().startup();
        cluster.waitForReadyBrokers();
    }

    private BrokerServer broker() {
        return requireNonNull(cluster.brokers().get(0));
    }

    public KafkaConnection connection() {
        var properties = new HashMap<>(client);
        properties.put("bootstrap.servers", cluster.bootstrapServers());
        return new KafkaConnection(properties);
    }

    public RequiredTopics topics() {
        return new RequiredTopics(connection(), new TopicLayout(2, (short) 1));
    }

    public Set<String> topicNames() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection().with(Map.of()))) {
            return admin.listTopics().names().get();
        }
    }

    /** Sends bytes as they are. */
    public void send(String topic, String key, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                connection().with(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    public <V> void send(Topic<String, V> topic, String key, V value) throws ExecutionException, InterruptedException {
        send(topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    /** All that was committed to the topic, a partition after the other. */
    public <V> List<ConsumerRecord<String, V>> read(Topic<String, V> topic) {
        return read(topic.name(), topic.valueSerde().deserializer());
    }

    /** All that was committed to the topic, as bytes. */
    public List<ConsumerRecord<String, byte[]>> readBytes(Topic<String, ?> topic) {
        return read(topic.name(), new ByteArrayDeserializer());
    }

    private <V> List<ConsumerRecord<String, V>> read(String topic, Deserializer<V> deserializer) {
        try (var consumer = new KafkaConsumer<>(
                connection().with(Map.of("isolation.level", "read_committed", "enable.auto.commit", false)),
                new StringDeserializer(),
                deserializer)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, V>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker can't be stopped", e);
        }
    }
}
