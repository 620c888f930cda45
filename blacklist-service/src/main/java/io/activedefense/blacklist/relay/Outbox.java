// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.relay;

import java.util.Collection;
import java.util.List;

/** Messages that were written with the change they tell of, and wait for Kafka. */
public interface Outbox {
    /** The oldest that wait, in order. */
    List<Queued> next(int limit);

    /** Kafka has them. */
    void published(Collection<Long> ids);

    long waiting();

    /** A message and its place in the queue. */
    record Queued(long id, Message message) {}
}
