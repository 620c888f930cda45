// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.time.Instant;

/**
 * A notice that waits to be delivered to one recipient.
 *
 * @param id made up when it is queued
 * @param revision grows when something is added to the notice
 * @param recipient whom it is for
 * @param channel name of the channel by which
 * @param notice what is told
 * @param queuedAt since when it waits
 * @param attempts how often it was tried
 */
public record Delivery(
        long id, int revision, long recipient, String channel, Notice notice, Instant queuedAt, int attempts) {
    /** The same however often it is tried, another one when something was added. */
    String letterId() {
        return "active-defense-" + id + "-" + revision;
    }
}
