// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes lines in, each once. It remembers what it filed last, so one thread uses it; several archives on one database, in
 * this process or others, don't disturb each other.
 */
public interface Archive {
    /** Up to where these partitions are filed, 0 where nothing is. What it remembers of them it forgets. */
    Map<Integer, Long> positions(String topicId, Collection<Integer> partitions);

    /**
     * Files the stretches with their new positions as a whole, or fails and leaves no trace. A stretch that does not begin
     * where its partition ends is left out, since another process has gone on there.
     *
     * @param topicId the topic as the cluster knows it
     * @return the partitions whose stretches were left out
     */
    Set<Integer> file(String topicId, List<Stretch> stretches);
}
