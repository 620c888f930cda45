// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.rules.address.ExternalAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.TimeWindows;

/**
 * The topology that one writes first: tumbling windows of ten minutes, in each a source's destinations and ports as a set
 * in JSON, in RocksDB with its changelog. It misses scans that lie across a window's edge, and by counting all
 * destinations' ports in one set it is spared the second count and the repartitioning that the rules would need.
 */
final class Textbook implements Contender {
    private static final TypeReference<TreeSet<String>> STRINGS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final ExternalAddresses addresses = ExternalAddresses.of(DefenseSettings.DEFAULTS);
    private final LongAdder processed = new LongAdder();
    private final LongAdder crossed = new LongAdder();

    @Override
    public String name() {
        return "textbook topology";
    }

    @Override
    public Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(
                        Topics.FIREWALL_EVENTS.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor((record, before) -> FirewallEvent.of((byte[]) record.value())
                                        .eventTimeMillis()))
                .mapValues(FirewallEvent::of)
                .peek((key, event) -> processed.increment())
                .filter((key, event) -> counts(event))
                .mapValues(event -> event.destination() + " " + event.destinationPort())
                .groupByKey(Grouped.with(Serdes.ByteArray(), Serdes.String()))
                .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofMinutes(10), Duration.ofMinutes(10)))
                .aggregate(
                        TreeSet::new,
                        (key, target, seen) -> with(seen, target),
                        Materialized.with(Serdes.ByteArray(), jsonSet()))
                .toStream()
                .filter((key, seen) ->
                        seen.size() == DefenseSettings.DEFAULTS.portScan().threshold() + 1)
                .foreach((key, seen) -> crossed.increment());
        return builder.build();
    }

    private boolean counts(FirewallEvent event) {
        return event.logType() == LogType.TRAFFIC
                && addresses.isExternal(event.sourceHigh(), event.sourceLow(), event.arrivalMillis());
    }

    private static Set<String> with(Set<String> seen, String target) {
        seen.add(target);
        return seen;
    }

    private Serde<Set<String>> jsonSet() {
        Serializer<Set<String>> write = (topic, seen) -> {
            try {
                return json.writeValueAsBytes(seen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Deserializer<Set<String>> read = (topic, bytes) -> {
            try {
                return json.readValue(bytes, STRINGS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return Serdes.serdeFrom(write, read);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                10 * 1024 * 1024);
    }

    @Override
    public long processed() {
        return processed.sum();
    }

    @Override
    public String found() {
        return crossed.sum() + " sets above the threshold";
    }
}
