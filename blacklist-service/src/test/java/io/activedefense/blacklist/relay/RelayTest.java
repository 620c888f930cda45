// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import static io.activedefense.blacklist.testing.Told.at;
import static io.activedefense.blacklist.testing.Told.detection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.device.Registration;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.blacklist.testing.TestKafka;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.blacklist.BlacklistEvent;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class RelayTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SettableClock clock;
    private TestKafka kafka;
    private TestDatabase database;
    private Persistence persistence;

    @BeforeAll
    void startKafka() throws Exception {
        kafka = new TestKafka();
    }

    @AfterAll
    void stopKafka() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void freshDatabase() {
        clock = new SettableClock(NOON);
        database = new TestDatabase();
        persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
        persistence.prepare();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void whatChangesIsPublishedInOrder() throws Exception {
        try (Relay relay = relay()) {
            detected("8.8.4.4");
            persistence.blacklist().release(Cidr.parse("8.8.4.4"), "a customer", "admin");
            drain(relay);
        }

        assertThat(heldOf("8.8.4.4").releasedAt()).isEqualTo(NOON);
        assertThat(kafka.read(Topics.BLACKLIST_EVENTS).stream()
                        .filter(record -> record.key().equals("8.8.4.4"))
                        .map(record -> record.value().kind()))
                .endsWith(BlacklistEvent.Kind.ADDED, BlacklistEvent.Kind.RELEASED);
        assertThat(kafka.read(Topics.DEFENSE_SETTINGS).getLast().value()).isEqualTo(DefenseSettings.DEFAULTS);
        assertThat(persistence.outbox().waiting()).isZero();
    }

    @Test
    void onlyOneOfTwoProcessesPublishesAndTheOtherTakesOverWhenItDies() throws Exception {
        try (Relay first = relay();
                Relay second = relay()) {
            drain(first);
            second.step();
            assertThat(first.isLeading()).isTrue();
            assertThat(second.isLeading()).isFalse();

            detected("9.9.9.9");
            killConnectionsOfLeaders();
            drain(second);

            assertThat(second.isLeading()).isTrue();
            assertThat(held()).containsKey("9.9.9.9");
        }
    }

    @Test
    void aLeaderThatDoesNotKnowItLostTheLeadIsFenced() throws Exception {
        var unaware = new Relay(
                persistence.outbox(),
                new Unaware(),
                persistence.truths(new NoDevices()),
                kafka.connection(),
                kafka.topics());
        try (unaware;
                Relay successor = relay()) {
            drain(unaware);
            drain(successor);

            detected("9.9.9.10");
            assertThatThrownBy(unaware::step).isInstanceOf(Exception.class);
            assertThat(persistence.outbox().waiting()).isPositive();
            drain(successor);
            assertThat(held()).containsKey("9.9.9.10");
        }
    }

    @Test
    void takingTheLeadPutsTheTopicRight() throws Exception {
        try (Relay before = relay()) {
            detected("8.8.8.1");
            detected("8.8.8.2");
            drain(before);
        }
        BlacklistEntry right = heldOf("8.8.8.1");
        kafka.send(Topics.BLACKLIST, "8.8.8.1", released(right));
        kafka.send(Topics.BLACKLIST.name(), "8.8.8.2", null);
        kafka.send(Topics.BLACKLIST, "8.8.8.3", right);
        kafka.send(Topics.BLACKLIST.name(), "8.8.8.4", "not JSON".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        try (Relay after = relay()) {
            drain(after);
        }

        assertThat(held())
                .containsEntry("8.8.8.1", right)
                .containsKey("8.8.8.2")
                .doesNotContainKeys("8.8.8.3", "8.8.8.4");
    }

    @Test
    void takingTheLeadPublishesNothingWhereTheTopicIsRight() throws Exception {
        try (Relay before = relay()) {
            detected("8.8.8.1");
            drain(before);
        }
        int records = kafka.read(Topics.BLACKLIST).size();
        clock.advance(Duration.ofHours(2));
        persistence
                .intake()
                .sightings(List.of(at(
                        1,
                        new io.activedefense.contracts.detection.Sighting(Cidr.parse("8.8.8.1"), 5, clock.instant()))));
        try (Relay after = relay()) {
            drain(after);
        }
        assertThat(kafka.read(Topics.BLACKLIST)).hasSize(records);
    }

    @Test
    void withKafkaDownChangesWaitAndAreDelivered() throws Exception {
        var nobody = KafkaConnection.to("127.0.0.1:1");
        try (Relay cutOff = new Relay(
                persistence.outbox(),
                persistence.leadership(),
                persistence.truths(new NoDevices()),
                nobody,
                new RequiredTopics(nobody, new TopicLayout(2, (short) 1)))) {
            detected("8.8.8.9");
            assertThatThrownBy(cutOff::step).isInstanceOf(Exception.class);
            assertThat(persistence.blacklist().listed()).isEqualTo(1);
            assertThat(persistence.outbox().waiting()).isPositive();
        }
        try (Relay back = relay()) {
            drain(back);
        }
        assertThat(held()).containsKey("8.8.8.9");
    }

    private Relay relay() {
        return new Relay(
                persistence.outbox(),
                persistence.leadership(),
                persistence.truths(new NoDevices()),
                kafka.connection(),
                kafka.topics());
    }

    /** Steps until there is nothing left to publish. */
    private void drain(Relay relay) throws Exception {
        Duration idle = relay.step();
        while (idle.isZero() || !relay.isLeading()) {
            idle = relay.step();
        }
        assertThat(persistence.outbox().waiting()).isZero();
    }

    private void detected(String source) {
        persistence.intake().detections(List.of(at(0, detection(source, "port-scan", NOON))));
    }

    private void killConnectionsOfLeaders() {
        database.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    /** What a reader of the whole topic holds in the end. */
    private Map<String, BlacklistEntry> held() {
        var last = new HashMap<String, byte[]>();
        kafka.readBytes(Topics.BLACKLIST).forEach(record -> last.put(record.key(), record.value()));
        last.values().removeIf(Objects::isNull);
        var held = new HashMap<String, BlacklistEntry>();
        last.forEach((key, value) -> held.put(
                key, Topics.BLACKLIST.valueSerde().deserializer().deserialize(Topics.BLACKLIST.name(), value)));
        return held;
    }

    private BlacklistEntry heldOf(String address) {
        return Objects.requireNonNull(held().get(address), address);
    }

    private static BlacklistEntry released(BlacklistEntry entry) {
        return new BlacklistEntry(
                entry.address(),
                entry.reasons(),
                entry.origin(),
                entry.comment(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.listedAt(),
                entry.expiresAt(),
                NOON,
                1,
                entry.hits(),
                entry.evidence(),
                entry.country());
    }

    /** Believes that it leads, as a process does whose connection broke without a word. */
    private static final class Unaware implements Leadership {
        @Override
        public boolean take() {
            return true;
        }

        @Override
        public void giveUp() {}
    }

    private static final class NoDevices implements Devices {
        @Override
        public List<Registration> all() {
            return List.of();
        }

        @Override
        public Optional<Registration> find(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Registration> register(Device device, String by) {
            throw new UnsupportedOperationException("there are no devices here");
        }

        @Override
        public Registration save(Device device, String by) {
            throw new UnsupportedOperationException("there are no devices here");
        }

        @Override
        public boolean remove(String name) {
            return false;
        }
    }
}
