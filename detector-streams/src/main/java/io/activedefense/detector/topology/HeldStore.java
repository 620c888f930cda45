// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A global store that is only a name: what it stands for is held elsewhere on the heap, filled by its processor, and read
 * from the topic again at every start.
 *
 * @param name of the store
 * @param clear forgets what is held, before the topic is read
 */
record HeldStore(String name, Runnable clear) implements StateStore, StoreBuilder<HeldStore> {
    @Override
    public HeldStore build() {
        return this;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clear.run();
        context.register(root, (key, value) -> {}); // its processor reads the topic, not this call-back
    }

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public HeldStore withCachingEnabled() {
        return this;
    }

    @Override
    public HeldStore withCachingDisabled() {
        return this;
    }

    @Override
    public HeldStore withLoggingEnabled(Map<String, String> config) {
        throw new IllegalStateException(name + " is a topic already and has no changelog");
    }

    @Override
    public HeldStore withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }
}
