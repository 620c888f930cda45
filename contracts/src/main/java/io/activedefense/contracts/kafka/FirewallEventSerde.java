// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.UnreadableEventException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** An event is its bytes. */
final class FirewallEventSerde implements Serde<FirewallEvent> {
    @Override
    public Serializer<FirewallEvent> serializer() {
        return (topic, event) -> event.bytes();
    }

    @Override
    public Deserializer<FirewallEvent> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    private static FirewallEvent read(String topic, byte[] bytes) {
        try {
            return FirewallEvent.of(bytes);
        } catch (UnreadableEventException e) {
            throw new SerializationException(topic + ": " + e.getMessage(), e);
        }
    }
}
