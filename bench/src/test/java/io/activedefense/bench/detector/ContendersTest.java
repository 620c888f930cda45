// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {
    private static final int EVENTS = 5_000;

    @TempDir
    private Path folder;

    static Stream<Contender> contenders() {
        return Stream.of(new BareStream(), new OurDetector(), new Textbook());
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void eachProcessesEveryEventAndFindsWhatItIsMadeFor(Contender contender) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        try (var driver = new TopologyTestDriver(contender.topology(), settings)) {
            var bytes = new ByteArraySerializer();
            var topic = driver.createInputTopic(Topics.FIREWALL_EVENTS.name(), bytes, bytes);
            var plan = TrafficPlan.demo(1, Instant.parse("2026-11-22T12:00:00Z"), 100, ZoneOffset.UTC);
            var generator = new TrafficGenerator(plan);
            var writer = new FirewallEventWriter();
            for (int i = 0; i < EVENTS; i++) {
                generator.next().event(writer);
                var event =
                        writer.line(new FileIdentity(1, 1, 0), 350L * i, 350).build();
                topic.pipeInput(EventKey.of(event), event.bytes());
            }
        }

        assertThat(contender.processed()).isEqualTo(EVENTS);
        assertThat(contender.found()).doesNotStartWith("0 ");
    }
}
