// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.status;

import io.activedefense.blacklist.device.DeviceStates;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the whole is, as far as this service can tell.
 *
 * @param detector the latest word of the detector on each partition
 * @param detectorProgress every event up to this event time has been judged; absent while that is unknown
 * @param eventLag events that wait for the detector; absent while Kafka doesn't tell
 * @param bridges the latest word of the bridges on each file
 * @param devices how the devices are
 * @param consumers what this service reads
 * @param relay what it sends
 */
public record StatusReport(
        List<DetectorStatus> detector,
        @Nullable Instant detectorProgress,
        @Nullable Long eventLag,
        List<BridgeStatus> bridges,
        DeviceStates devices,
        List<ConsumerStatus> consumers,
        RelayStatus relay) {
    public StatusReport {
        detector = List.copyOf(detector);
        bridges = List.copyOf(bridges);
        consumers = List.copyOf(consumers);
    }
}
