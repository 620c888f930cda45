// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicCreationTest {
    private static final TopicLayout LAYOUT = new TopicLayout(3, (short) 1);

    private KafkaClusterTestKit broker;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("auto.create.topics.enable", "false")
                .build();
        broker.format();
        broker.startup();
        broker.waitForReadyBrokers();
        admin = broker.admin();
    }

    @AfterEach
    void stop() throws Exception {
        admin.close();
        broker.close();
    }

    @Test
    void createsEveryTopicAsItIsDefined() throws Exception {
        TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);

        for (Topic<?, ?> topic : Topics.ALL) {
            assertThat(describe(topic).partitions()).hasSize(topic.spread() == Topic.Spread.WIDE ? 3 : 1);
            assertThat(config(topic)).containsAllEntriesOf(topic.config());
        }
    }

    @Test
    void leavesATopicThatExistsAsItIs() throws Exception {
        admin.createTopics(List.of(new NewTopic(Topics.DETECTIONS.name(), 7, (short) 1)))
                .all()
                .get();

        TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);
        TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);

        assertThat(describe(Topics.DETECTIONS).partitions()).hasSize(7);
    }

    @Test
    void severalMayCreateAtOnce() throws Exception {
        Callable<Boolean> creation = () -> {
            TopicCreation.createMissing(admin, Topics.ALL, LAYOUT);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> done : threads.invokeAll(List.of(creation, creation, creation))) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void saysWhyTheBrokerRefuses() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> TopicCreation.createMissing(admin, Topics.ALL, new TopicLayout(1, (short) 2)))
                .withMessageContaining("replication factor");
    }

    private TopicDescription describe(Topic<?, ?> topic) throws Exception {
        return admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .getOrDefault(topic.name(), new TopicDescription(topic.name(), false, List.of()));
    }

    private Map<String, String> config(Topic<?, ?> topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        var config = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
