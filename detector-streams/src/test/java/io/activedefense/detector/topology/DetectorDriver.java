// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.kafka.EventKey;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology on a driver without a broker; it can crash and come back with what its changelog holds. */
final class DetectorDriver implements AutoCloseable {
    private static final String APPLICATION = "test";
    private static final String CHANGELOG = APPLICATION + "-" + DetectorTopology.STATE_STORE + "-changelog";

    private final List<TestRecord<byte[], byte[]>> changelog = new ArrayList<>();
    private final List<TestRecord<byte[], byte[]>> lastCommit = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Instant start;
    private TopologyTestDriver driver;

    DetectorDriver(Instant start) {
        this.start = start;
        this.driver = driver(start);
    }

    private TopologyTestDriver driver(Instant from) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        var topology = new DetectorTopology(new ListedSources(), new SettingsHolder(), new DetectorMeters(registry));
        return new TopologyTestDriver(topology.build(), config, from);
    }

    void settings(String json) {
        try {
            put(Topics.DEFENSE_SETTINGS, Topics.SETTINGS_KEY, Json.STRICT.readValue(json, DefenseSettings.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <V> void tombstone(Topic<String, V> topic, String key) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, null));
    }

    <V> void put(Topic<String, V> topic, String key, V value) {
        raw(topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    void raw(String topic, String key, byte[] value) {
        bytes(topic, key, value);
    }

    void bytes(String topic, @Nullable String key, byte @Nullable [] value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value));
    }

    void blacklist(BlacklistEntry entry) {
        put(Topics.BLACKLIST, entry.address().toString(), entry);
    }

    void events(FirewallEvent... events) {
        for (FirewallEvent event : events) {
            eventBytes(EventKey.of(event), event.bytes(), Instant.ofEpochMilli(event.arrivalMillis()));
        }
    }

    void eventBytes(byte @Nullable [] key, byte @Nullable [] value, Instant appendedAt) {
        TestInputTopic<byte[], byte[]> topic = driver.createInputTopic(
                Topics.FIREWALL_EVENTS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(key, value, appendedAt); // and commits
        takeChangelog();
    }

    void passes(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<Detection> detections() {
        return read(Topics.DETECTIONS);
    }

    List<Sighting> sightings() {
        return read(Topics.SIGHTINGS);
    }

    List<DetectorStatus> statuses() {
        return read(Topics.DETECTOR_STATUS);
    }

    <V> List<TestRecord<String, V>> records(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    <V> List<V> read(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readValuesToList();
    }

    double count(String meter, String... tags) {
        var counter = registry.find(meter).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    List<Double> gauges(String meter) {
        return registry.find(meter).gauges().stream().map(Gauge::value).toList();
    }

    /** What a changelog lacks that was not written as it should be. */
    @FunctionalInterface
    interface Loss {
        boolean loses(byte[] key, byte @Nullable [] value);
    }

    /** Dies; what comes back knows only what was committed to the changelog. Settings and blacklist have to be told again. */
    void crashAndRestore() {
        crashAndRestore((key, value) -> false);
    }

    /** The same, but something of the last commit is not in the changelog. */
    void crashAndRestore(Loss loss) {
        takeChangelog();
        lastCommit.removeIf(record -> loss.loses(record.key(), record.value()));
        changelog.addAll(lastCommit);
        lastCommit.clear();
        driver.close();
        driver = driver(start);
        DetectorStateStore store = store();
        for (TestRecord<byte[], byte[]> record : changelog) {
            StateCodec.restore(store.state(), record.key(), record.value());
        }
        store.markWritten();
        store.state().takeUp();
    }

    int tracked() {
        return store().state().size();
    }

    private DetectorStateStore store() {
        return (DetectorStateStore) Objects.requireNonNull(
                driver.getAllStateStores().get(DetectorTopology.STATE_STORE), "the topology has its store");
    }

    private void takeChangelog() {
        var committed = driver.createOutputTopic(CHANGELOG, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        if (!committed.isEmpty()) {
            changelog.addAll(lastCommit);
            lastCommit.clear();
            lastCommit.addAll(committed);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
