// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka: what every client of an application is configured with before its own settings.
 *
 * @param properties client properties as Kafka names them, {@code bootstrap.servers} and TLS and SASL among them
 */
public record KafkaConnection(Map<String, String> properties) {
    public KafkaConnection {
        properties = Map.copyOf(properties);
        if (!properties.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("bootstrap.servers is missing: host:port of a Kafka broker");
        }
    }

    public static KafkaConnection to(String bootstrapServers) {
        return new KafkaConnection(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The connection's properties with these over them. */
    public Map<String, Object> with(Map<String, ?> clientProperties) {
        var all = new HashMap<String, Object>(properties);
        all.putAll(clientProperties);
        return all;
    }

    /** Names the brokers only: other properties may be secrets. */
    @Override
    public String toString() {
        return "Kafka at " + properties.get("bootstrap.servers");
    }
}
