// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A record as JSON; a tombstone stays one. */
final class JsonSerde<T> implements Serde<T> {
    private final Class<T> type;

    JsonSerde(Class<T> type) {
        this.type = type;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(topic, value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    @SuppressWarnings("NullAway") // Kafka means a tombstone by null, and says so without annotations
    private byte[] write(String topic, @Nullable T value) {
        try {
            return value == null ? null : Json.TOLERANT.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new SerializationException(topic + ": no JSON of " + type.getSimpleName(), e);
        }
    }

    @SuppressWarnings("NullAway") // as above
    private T read(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : Json.TOLERANT.readValue(bytes, type);
        } catch (IOException e) {
            throw new SerializationException(topic + ": not a " + type.getSimpleName(), e);
        }
    }
}
