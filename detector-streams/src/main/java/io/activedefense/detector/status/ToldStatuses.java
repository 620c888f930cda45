// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.status;

import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topic of statuses says of each partition, whoever wrote it: what was told once is not taken back by an instance
 * that knows less. Written by the one thread that reads the topic, read by all.
 */
public final class ToldStatuses {
    private final Map<Integer, DetectorStatus> byPartition = new ConcurrentHashMap<>();

    /** Takes what the topic says under a key: a partition's number. */
    public void put(String key, @Nullable DetectorStatus status) {
        int partition = Integer.parseInt(key);
        if (status == null) {
            byPartition.remove(partition);
        } else {
            byPartition.put(partition, status);
        }
    }

    /** The last word on a partition; none before there was one. */
    public @Nullable DetectorStatus of(int partition) {
        return byPartition.get(partition);
    }

    /** How far a partition was said to be; none before it was said. */
    public @Nullable Instant progressOf(int partition) {
        DetectorStatus status = of(partition);
        return status == null ? null : status.progress();
    }

    public void clear() {
        byPartition.clear();
    }
}
