// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import io.activedefense.contracts.kafka.Topics;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Reads and counts, without state: as fast as a stream can be. */
final class BareStream implements Contender {
    private final LongAdder processed = new LongAdder();

    @Override
    public String name() {
        return "bare stream";
    }

    @Override
    public Topology topology() {
        var bytes = new ByteArrayDeserializer();
        return new Topology()
                .addSource("read", bytes, bytes, Topics.FIREWALL_EVENTS.name())
                .addProcessor(
                        "count",
                        () -> new Processor<byte[], byte[], Void, Void>() {
                            @Override
                            public void process(Record<byte[], byte[]> record) {
                                processed.increment();
                            }
                        },
                        "read");
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    }

    @Override
    public long processed() {
        return processed.sum();
    }

    @Override
    public String found() {
        return "nothing";
    }
}
