// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic with what may stand in it, so that nobody can pair them wrongly.
 *
 * @param name with the product's prefix
 * @param keySerde of its keys
 * @param valueSerde of its values
 * @param spread over how many partitions
 * @param kept for so long; absent: compacted, the last value a key is kept for ever
 * @param access who writes and who reads it
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        Spread spread,
        @Nullable Duration kept,
        Access access) {

    /** The largest record any topic takes, in bytes: a settings document with 10,000 networks fits. */
    public static final int LARGEST_RECORD = 8 * 1024 * 1024;

    /** Over how many partitions a topic is spread. */
    public enum Spread {
        /** As many as the installation is configured for. */
        WIDE,
        /** A single one: few records. */
        SINGLE
    }

    /** The topic's configuration. The broker stamps every record with the time it appended it. */
    public Map<String, String> config() {
        var config = new TreeMap<String, String>();
        config.put("message.timestamp.type", "LogAppendTime");
        config.put("max.message.bytes", String.valueOf(LARGEST_RECORD));
        if (kept == null) {
            config.put("cleanup.policy", "compact");
        } else {
            config.put("cleanup.policy", "delete");
            config.put("retention.ms", String.valueOf(kept.toMillis()));
        }
        return config;
    }
}
