// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

/** Counts attempts. */
@FunctionalInterface
public interface DeliveryCount {
    /**
     * One was made.
     *
     * @param channel by which
     * @param taken whether it was delivered
     */
    void attempted(String channel, boolean taken);
}
