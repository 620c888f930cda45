// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.event.FirewallEvent;
import java.util.Arrays;
import java.util.Comparator;

/** By event time; events of one time, which have no order among each other, in one that is always the same. */
final class EventOrder implements Comparator<FirewallEvent> {
    @Override
    public int compare(FirewallEvent one, FirewallEvent other) {
        int byTime = Long.compare(one.eventTimeMillis(), other.eventTimeMillis());
        return byTime != 0 ? byTime : Arrays.compareUnsigned(one.bytes(), other.bytes());
    }
}
