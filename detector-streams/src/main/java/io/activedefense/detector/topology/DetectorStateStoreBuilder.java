// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds the detector's state store. It is always logged: the changelog is all that outlives the process. */
final class DetectorStateStoreBuilder implements StoreBuilder<DetectorStateStore> {
    private final String name;
    private final Map<String, String> logConfig = new HashMap<>();

    DetectorStateStoreBuilder(String name) {
        this.name = name;
    }

    @Override
    public DetectorStateStore build() {
        return new DetectorStateStore(name);
    }

    @Override
    public StoreBuilder<DetectorStateStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<DetectorStateStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<DetectorStateStore> withLoggingEnabled(Map<String, String> config) {
        logConfig.putAll(config);
        return this;
    }

    @Override
    public StoreBuilder<DetectorStateStore> withLoggingDisabled() {
        throw new IllegalStateException(name + " without its changelog would lose what it knows");
    }

    @Override
    public Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
