// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

/**
 * Names by which applications are known to Kafka: consumer groups, transactional ids, and what internal
 * topics begin with.
 */
public final class ConsumerGroups {
    /** The detector's: its committed offsets in {@link Topics#FIREWALL_EVENTS} tell how far it is behind. */
    public static final String DETECTOR = Topics.PREFIX + "detector-streams";

    /** What the groups of the service begin with: one for each topic that it shares out among its instances. */
    public static final String BLACKLIST_SERVICE = Topics.PREFIX + "blacklist-service";

    /** The transactional id of whoever publishes the service's changes: a newer one fences the older. */
    public static final String BLACKLIST_RELAY = Topics.PREFIX + "blacklist-relay";

    private ConsumerGroups() {}
}
