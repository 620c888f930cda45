// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.event.FirewallEvent;
import java.io.IOException;
import java.util.Collection;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The events of many logs in order of their time, whatever the order of the logs. */
final class MergedLogs {
    private static final EventOrder ORDER = new EventOrder();

    private record Head(FirewallEvent event, OrderedLog log) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return ORDER.compare(event, other.event);
        }
    }

    private final PriorityQueue<Head> heads = new PriorityQueue<>();

    MergedLogs(Collection<OrderedLog> logs) throws IOException {
        for (OrderedLog log : logs) {
            addHeadOf(log);
        }
    }

    /** The next event, or null if there is none. */
    @Nullable FirewallEvent next() throws IOException {
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        addHeadOf(first.log);
        return first.event;
    }

    private void addHeadOf(OrderedLog log) throws IOException {
        FirewallEvent event = log.next();
        if (event != null) {
            heads.add(new Head(event, log));
        }
    }
}
