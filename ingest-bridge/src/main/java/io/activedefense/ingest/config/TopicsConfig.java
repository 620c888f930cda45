// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.config;

import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How topics that are missing are made.
 *
 * @param partitions of a topic that many processes share
 * @param replicationFactor of every topic
 */
@Context
@ConfigurationProperties(TopicsConfig.PREFIX)
public record TopicsConfig(
        @Bindable(defaultValue = "12") int partitions,
        @Bindable(defaultValue = "3") int replicationFactor) {
    static final String PREFIX = "active-defense.topics";

    private static final int MOST_PARTITIONS = 1_000;

    public TopicsConfig {
        requireInRange("partitions", partitions, MOST_PARTITIONS);
        requireInRange("replication-factor", replicationFactor, Short.MAX_VALUE);
    }

    public TopicLayout layout() {
        return new TopicLayout(partitions, (short) replicationFactor);
    }

    private static void requireInRange(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidSettingException(PREFIX + "." + setting, value, "in 1 to " + most);
        }
    }
}
