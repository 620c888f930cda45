// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

/**
 * How wide and how safe topics are made; a topic that exists stays as it is.
 *
 * @param partitions of a {@link Topic.Spread#WIDE} topic
 * @param replicationFactor of every topic
 */
public record TopicLayout(int partitions, short replicationFactor) {
    public TopicLayout {
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "partitions " + partitions + " and replication factor " + replicationFactor + " must be 1 or more");
        }
    }
}
