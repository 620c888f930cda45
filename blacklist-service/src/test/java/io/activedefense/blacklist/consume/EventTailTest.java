// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.record.LiveLines.Following;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventTailTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LoggedLines lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));

    @Test
    void whatComesFromNowOnIsFollowed() throws Exception {
        try (var kafka = new TestKafka()) {
            kafka.topics().ensure();
            send(kafka, lines.traffic("8.8.4.1", "198.51.100.7", 1, NOON));
            try (Following following = new EventTail(kafka.connection()).follow()) {
                assertThat(following.next()).isEmpty();
                var sent = new ArrayList<FirewallEvent>();
                for (int i = 0; i < 10; i++) {
                    sent.add(lines.traffic("8.8.4." + i, "198.51.100.7", 22, NOON));
                    send(kafka, sent.getLast());
                }
                kafka.send(Topics.FIREWALL_EVENTS.name(), "8.8.4.4", "no event".getBytes(UTF_8));

                var come = new ArrayList<FirewallEvent>();
                Awaitility.await().untilAsserted(() -> {
                    come.addAll(following.next());
                    assertThat(come).containsExactlyInAnyOrderElementsOf(sent);
                });
            }
        }
    }

    @Test
    void withKafkaAwayNothingComes() {
        var away = new KafkaConnection(Map.of("bootstrap.servers", "127.0.0.1:1"));
        try (Following following = new EventTail(away).follow()) {
            assertThat(following.next()).isEqualTo(List.of());
        }
    }

    private static void send(TestKafka kafka, FirewallEvent event) throws Exception {
        kafka.send(Topics.FIREWALL_EVENTS.name(), event.source().toString(), event.bytes());
    }
}
