// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.status.ToldStatuses;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Events in, what was found out; the blacklist and the settings beside it in memory.
 *
 * <pre>
 *  firewall-events --> judge --> detections, sightings, detector-status, dead letters
 *                        |  (store: detector-state, written behind to its changelog)
 *  blacklist, defense-settings, detector-status --> held in memory by every instance
 * </pre>
 */
public final class DetectorTopology {
    /** The store; its changelog is named after it. */
    public static final String STATE_STORE = "detector-state";

    static final String DETECTIONS = "write-detections";
    static final String SIGHTINGS = "write-sightings";
    static final String STATUS = "write-status";
    static final String DEAD_LETTERS = "write-dead-letters";

    private static final String READ_EVENTS = "read-events";
    private static final String JUDGE = "judge";

    private final ListedSources listed;
    private final SettingsHolder settings;
    private final DetectorMeters meters;
    private final ToldStatuses told = new ToldStatuses();
    private final RestoreWatch restores;

    public DetectorTopology(ListedSources listed, SettingsHolder settings, DetectorMeters meters) {
        this.listed = listed;
        this.settings = settings;
        this.meters = meters;
        this.restores = new RestoreWatch(meters, System::nanoTime);
        meters.follow(settings);
    }

    /** What has been told of each partition, by whichever instance; filled while the topology runs. */
    public ToldStatuses told() {
        return told;
    }

    /** To be asked by Kafka Streams, which has one for all stores. */
    public StateRestoreListener restores() {
        return restores;
    }

    public Topology build() {
        var topology = new Topology();
        topology.addSource(
                READ_EVENTS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.FIREWALL_EVENTS.name());
        topology.addProcessor(JUDGE, new JudgeSupplier(), READ_EVENTS);
        addSink(topology, DETECTIONS, Topics.DETECTIONS);
        addSink(topology, SIGHTINGS, Topics.SIGHTINGS);
        addSink(topology, STATUS, Topics.DETECTOR_STATUS);
        addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS);
        hold(topology, "blacklist", Topics.BLACKLIST, listed::clear, this::hold);
        hold(topology, "status", Topics.DETECTOR_STATUS, told::clear, told::put);
        hold(topology, "settings", Topics.DEFENSE_SETTINGS, () -> {}, this::putInForce);
        return topology;
    }

    private void hold(String key, @Nullable BlacklistEntry entry) {
        Cidr address = Cidr.parse(key);
        if (entry != null && !entry.address().equals(address)) {
            throw new IllegalArgumentException("the entry under " + key + " is that of " + entry.address());
        }
        listed.put(address, entry);
    }

    private void putInForce(String key, @Nullable DefenseSettings document) {
        if (!key.equals(Topics.SETTINGS_KEY)) {
            throw new IllegalArgumentException("the key is not " + Topics.SETTINGS_KEY);
        }
        if (document == null) {
            throw new IllegalArgumentException("settings can be changed, not taken back");
        }
        settings.put(document);
    }

    private static void addSink(Topology topology, String name, Topic<?, ?> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                JUDGE);
    }

    private <V> void hold(
            Topology topology,
            String name,
            Topic<String, V> topic,
            Runnable clear,
            BiConsumer<String, @Nullable V> taken) {
        topology.addGlobalStore(
                new HeldStore(name, clear),
                "read-" + name,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "hold-" + name,
                () -> new HeldProcessor<>(
                        topic.name(), topic.valueSerde().deserializer(), taken, () -> meters.refused(topic.name())));
    }

    /** Makes the judge once its context is there, so that it need not exist half-made. */
    private final class JudgeSupplier implements ProcessorSupplier<byte[], byte[], String, Object> {
        @Override
        public Processor<byte[], byte[], String, Object> get() {
            return new Processor<>() {
                private @Nullable JudgeProcessor judge;

                @Override
                public void init(ProcessorContext<String, Object> context) {
                    DetectorStateStore store = context.getStateStore(STATE_STORE);
                    judge = new JudgeProcessor(
                            context, store.state(), store.pace(), listed, settings, told, restores, meters);
                }

                @Override
                @SuppressWarnings("NullAway") // Kafka calls init first
                public void process(Record<byte[], byte[]> record) {
                    judge.process(record);
                }

                @Override
                public void close() {
                    if (judge != null) {
                        judge.close();
                    }
                }
            };
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(new DetectorStateStoreBuilder(STATE_STORE)
                    .withLoggingEnabled(Map.of("message.timestamp.type", "LogAppendTime")));
        }
    }
}
