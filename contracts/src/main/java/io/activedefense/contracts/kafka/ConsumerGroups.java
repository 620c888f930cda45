// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

/** Names by which applications are known to Kafka: consumer groups, and what internal topics begin with. */
public final class ConsumerGroups {
    /** The detector's: its committed offsets in {@link Topics#FIREWALL_EVENTS} tell how far it is behind. */
    public static final String DETECTOR = Topics.PREFIX + "detector-streams";

    private ConsumerGroups() {}
}
