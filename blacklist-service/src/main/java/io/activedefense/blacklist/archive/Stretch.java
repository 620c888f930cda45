// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import io.activedefense.contracts.event.FirewallEvent;
import java.util.List;

/**
 * What was read of one partition at a time, in order.
 *
 * @param partition of the topic of events
 * @param from the offset that was expected first; where the archive is not just there, the stretch is not its next
 * @param next the offset behind the last
 * @param events what stood there
 */
public record Stretch(int partition, long from, long next, List<FirewallEvent> events) {
    public Stretch {
        events = List.copyOf(events);
    }
}
