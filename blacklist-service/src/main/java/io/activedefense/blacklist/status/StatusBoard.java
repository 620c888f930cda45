// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The latest word of each part of the detector and the bridges. */
public final class StatusBoard {
    private final Map<String, DetectorStatus> detector = new ConcurrentHashMap<>();
    private final Map<String, BridgeStatus> bridges = new ConcurrentHashMap<>();

    /** The detector tells of a partition; absent: it takes its word back. */
    public void detector(String key, @Nullable DetectorStatus status) {
        post(detector, key, status);
    }

    /** A bridge tells of a file; absent: the file is gone. */
    public void bridge(String key, @Nullable BridgeStatus status) {
        post(bridges, key, status);
    }

    /** By partition. */
    public List<DetectorStatus> detector() {
        return detector.values().stream()
                .sorted(Comparator.comparingInt(DetectorStatus::partition))
                .toList();
    }

    /** By instance and file. */
    public List<BridgeStatus> bridges() {
        return bridges.values().stream()
                .sorted(Comparator.comparing(BridgeStatus::instance).thenComparing(BridgeStatus::file))
                .toList();
    }

    private static <S> void post(Map<String, S> board, String key, @Nullable S status) {
        if (status == null) {
            board.remove(key);
        } else {
            board.put(key, status);
        }
    }
}
