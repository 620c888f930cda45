// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.ingest.device.Decisions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DecisionFeedTest {
    private static final String DEVICES = Topics.DEVICES.name();
    private static final String SETTINGS = Topics.DEFENSE_SETTINGS.name();

    @Test
    void aTopicThatIsNotThereYetIsWaitedForAndNotTakenForNoDecisions() throws Exception {
        Queue<Consumer<String, byte[]>> connections = new ArrayDeque<>();
        connections.add(consumerOf(List.of()));
        connections.add(consumerOf(List.of(DEVICES)));
        connections.add(consumerOf(List.of(DEVICES, SETTINGS)));
        Queue<Decisions> told = new ConcurrentLinkedQueue<>();
        var feed = new DecisionFeed(connections::remove, told::add);

        feed.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        feed.close();

        assertThat(connections).isEmpty();
        assertThat(told).containsExactly(new Decisions(Map.of(), DeviceSettings.DEFAULTS));
    }

    private static MockConsumer<String, byte[]> consumerOf(List<String> there) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        for (String topic : List.of(DEVICES, SETTINGS)) {
            var partition = new TopicPartition(topic, 0);
            var known = new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0]);
            consumer.updatePartitions(topic, there.contains(topic) ? List.of(known) : List.of());
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, 0L));
        }
        return consumer;
    }
}
