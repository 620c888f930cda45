// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

import io.activedefense.blacklist.entry.Delivered;
import java.util.List;

/** Takes what a topic delivers. */
@FunctionalInterface
public interface BatchHandler<V> {
    /**
     * Takes a batch as a whole, or fails and leaves no trace of it.
     *
     * @throws io.activedefense.blacklist.entry.UnacceptableRecordException if a record's content is at fault
     */
    void take(List<Delivered<V>> batch);
}
