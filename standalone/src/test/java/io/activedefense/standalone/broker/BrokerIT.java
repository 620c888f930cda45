// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.data.Ports;
import io.activedefense.standalone.server.Processes;
import io.activedefense.standalone.server.Supervision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One installation for all tests: each leaves the broker running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BrokerIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    private DataFolder data;
    private Broker broker;
    private Supervision supervision;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        startOnData();
    }

    @AfterAll
    void stop() throws IOException {
        supervision.close();
        data.close();
    }

    @Test
    void isOneNodeOnLoopback() throws Exception {
        try (var admin = admin()) {
            assertThat(admin.describeCluster().nodes().get())
                    .singleElement()
                    .extracting(node -> node.host())
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void isStartedAgainWithItsTopicsWhenItsProcessIsKilled() throws Exception {
        create("before-kill");
        var killed = process();
        assertThat(killed.destroyForcibly()).isTrue();
        await().atMost(LONG)
                .ignoreException(ExecutionException.class)
                .untilAsserted(() -> assertThat(topics()).contains("before-kill"));
        await().atMost(LONG).untilAsserted(() -> assertThat(process().pid()).isNotEqualTo(killed.pid()));
    }

    @Test
    void thatAnEarlierProcessLeftIsStoppedBeforeItStartsAnew() throws Exception {
        create("before-leaving");
        var left = process();
        var sameBroker = Broker.of(data, ports(), BrokerProgram.installed());
        assertThat(left.isAlive()).isFalse();
        supervision.close();
        startOnData();
        assertThat(topics()).contains("before-leaving");
        assertThat(sameBroker.bootstrapServers()).isEqualTo(broker.bootstrapServers());
    }

    @Test
    void stopsForGood() throws Exception {
        var running = process();
        supervision.close();
        assertThat(running.isAlive()).isFalse();
        startOnData();
    }

    private void startOnData() throws Exception {
        broker = Broker.of(data, ports(), BrokerProgram.installed());
        supervision = new Supervision(broker);
        supervision.start();
    }

    private Ports ports() throws IOException {
        return Ports.rememberedIn(data.root().resolve("ports.properties"));
    }

    private ProcessHandle process() throws IOException {
        return Processes.recordedIn(data.root().resolve("kafka/process")).orElseThrow();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private Set<String> topics() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private void create(String topic) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }
}
