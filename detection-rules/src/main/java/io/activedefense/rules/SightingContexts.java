// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.event.FirewallEvent;

/**
 * What an event's evidence says beside time and destination, as a small number: there are few combinations of device,
 * policy and action, and a sighting holds just the number.
 */
public interface SightingContexts {
    /** The number of the event's context. */
    int of(FirewallEvent event);

    /** What the number stands for. */
    SightingContext get(int number);
}
