// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TopicsTest {
    private static final List<Topic<?, ?>> ALL = Topics.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void theBrokerStampsEveryRecordWithItsOwnTime(Topic<?, ?> topic) {
        assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void aTopicIsKeptForATimeOrCompacted(Topic<?, ?> topic) {
        if (topic.kept() == null) {
            assertThat(topic.config())
                    .containsEntry("cleanup.policy", "compact")
                    .doesNotContainKey("retention.ms");
        } else {
            assertThat(topic.config())
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("retention.ms", String.valueOf(topic.kept().toMillis()));
        }
    }

    @Test
    void namesAreDifferentAndCarryTheProductsPrefix() {
        assertThat(ALL)
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("activedefense."));
    }

    @Test
    void dashboardsReadTheTwoPublicTopicsAndWriteNone() {
        assertThat(ALL.stream()
                        .filter(topic -> topic.access().readers().contains(Client.DASHBOARD))
                        .map(Topic::name))
                .containsExactlyInAnyOrder("activedefense.blacklist", "activedefense.blacklist-events");
        assertThatIllegalArgumentException().isThrownBy(() -> new Access(Set.of(Client.DASHBOARD), Set.of()));
    }

    @Test
    void theLargestSettingsDocumentFitsIntoARecord() throws Exception {
        var comment = "c".repeat(500);
        List<Network> most = IntStream.range(0, DefenseSettings.MOST_NETWORKS)
                .mapToObj(i -> new Network(Cidr.parse("2001:db8:1234:5678:9abc:def0:0:0/127"), comment, Instant.EPOCH))
                .toList();
        var largest = DefenseSettings.DEFAULTS.withAllowlist(most);
        assertThat(Json.TOLERANT.writeValueAsBytes(largest).length).isLessThan(Topic.LARGEST_RECORD);
    }

    @Test
    void anEventThatIsNoneIsRefusedByItsTopicsName() {
        var deserializer = Topics.FIREWALL_EVENTS.valueSerde().deserializer();
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize(Topics.FIREWALL_EVENTS.name(), new byte[] {9}))
                .withMessage("activedefense.firewall-events: schema version 9 is not 1");
    }

    @Test
    void aConnectionNeedsABroker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaConnection(Map.of("security.protocol", "SSL")))
                .withMessageContaining("bootstrap.servers");
    }

    @Test
    void aClientsOwnSettingsStandOverTheConnections() {
        var connection = new KafkaConnection(Map.of("bootstrap.servers", "127.0.0.1:9092", "client.id", "any"));
        assertThat(connection.with(Map.of("client.id", "bridge", "linger.ms", 5)))
                .isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092", "client.id", "bridge", "linger.ms", 5));
    }
}
