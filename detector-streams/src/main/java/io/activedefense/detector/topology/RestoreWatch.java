// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the time that it takes to restore a partition's state from its changelog. */
final class RestoreWatch implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreWatch.class);

    private final DetectorMeters meters;
    private final LongSupplier nanoTime;
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final Map<Integer, Duration> took = new ConcurrentHashMap<>();

    RestoreWatch(DetectorMeters meters, LongSupplier nanoTime) {
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** How long the state of a partition took when it last came here; nothing if there was nothing to restore. */
    Duration took(int partition) {
        return took.getOrDefault(partition, Duration.ZERO);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long startOffset, long endOffset) {
        if (isDetectorState(store)) {
            begun.put(changelog.partition(), nanoTime.getAsLong());
        }
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long endOffset, long records) {
        if (isDetectorState(store)) {
            meters.restoredRecords(records);
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        Long begin = begun.remove(changelog.partition());
        if (isDetectorState(store) && begin != null) {
            var time = Duration.ofNanos(nanoTime.getAsLong() - begin);
            took.put(changelog.partition(), time);
            meters.restored(time);
            LOG.info("State restored: partition={} records={} took={}", changelog.partition(), records, time);
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        if (isDetectorState(store)) {
            begun.remove(changelog.partition());
        }
    }

    private static boolean isDetectorState(String store) {
        return store.equals(DetectorTopology.STATE_STORE);
    }
}
