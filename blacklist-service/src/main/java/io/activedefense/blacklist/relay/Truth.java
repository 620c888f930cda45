// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import io.activedefense.contracts.kafka.Topic;
import java.util.function.BiConsumer;

/** What a compacted topic has to hold, by the system of record. */
public interface Truth<V> {
    Topic<String, V> topic();

    /** Tells every key with its value. */
    void forEach(BiConsumer<String, V> told);

    /** What of a value has to agree: two values with one fingerprint say the same. */
    Object fingerprint(V value);
}
