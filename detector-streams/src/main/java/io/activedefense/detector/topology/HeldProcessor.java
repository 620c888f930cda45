// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import java.util.function.BiConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a compacted topic says into memory. A record that can't be read is refused, and what was known stays. */
final class HeldProcessor<V> implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(HeldProcessor.class);

    private final String topic;
    private final Deserializer<V> deserializer;
    private final BiConsumer<String, @Nullable V> taken;
    private final Runnable refused;
    private @Nullable ProcessorContext<Void, Void> context;

    /**
     * Takes records of one topic.
     *
     * @param taken what is to become of a key and its value; none is a tombstone
     * @param refused counts records that can't be read
     */
    HeldProcessor(String topic, Deserializer<V> deserializer, BiConsumer<String, @Nullable V> taken, Runnable refused) {
        this.topic = topic;
        this.deserializer = deserializer;
        this.taken = taken;
        this.refused = refused;
    }

    @Override
    public void init(ProcessorContext<Void, Void> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        try {
            taken.accept(key(record), value(record));
        } catch (SerializationException | IllegalArgumentException e) {
            refused.run();
            LOG.warn("Refused a record: topic={} at={} why={}", topic, place(), rootMessage(e));
        }
    }

    private static String key(Record<String, byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("no key");
        }
        return record.key();
    }

    /** JSON knows a null of its own: that is no tombstone. */
    private @Nullable V value(Record<String, byte[]> record) {
        V value = deserializer.deserialize(topic, record.value());
        if (value == null && record.value() != null) {
            throw new IllegalArgumentException("the value is null, and no tombstone");
        }
        return value;
    }

    private String place() {
        return context == null
                ? "unknown"
                : context.recordMetadata()
                        .map(metadata -> metadata.partition() + "@" + metadata.offset())
                        .orElse("unknown");
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
