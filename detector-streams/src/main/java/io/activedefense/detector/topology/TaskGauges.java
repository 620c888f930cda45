// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import io.activedefense.contracts.status.DetectorStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each task of this instance last told of itself, as gauges by partition; those of a task that left vanish. */
final class TaskGauges {
    private final Map<Integer, DetectorStatus> told = new ConcurrentHashMap<>();
    private final Map<MultiGauge, ToDoubleFunction<DetectorStatus>> gauges;

    TaskGauges(MeterRegistry registry, String prefix) {
        gauges = Map.of(
                MultiGauge.builder(prefix + "tracked_sources")
                        .description("Sources with state")
                        .register(registry),
                DetectorStatus::trackedSources,
                MultiGauge.builder(prefix + "state")
                        .description("Memory that their state takes, estimated")
                        .baseUnit("bytes")
                        .register(registry),
                DetectorStatus::stateBytes,
                MultiGauge.builder(prefix + "progress")
                        .description("Event time up to which everything has been judged, since 1970")
                        .baseUnit("seconds")
                        .register(registry),
                status -> seconds(status.progress()));
    }

    synchronized void told(DetectorStatus status) {
        if (told.put(status.partition(), status) == null) {
            show();
        }
    }

    synchronized void left(int partition) {
        if (told.remove(partition) != null) {
            show();
        }
    }

    private void show() {
        gauges.forEach((gauge, figure) -> gauge.register(
                told.keySet().stream().map(partition -> row(partition, figure)).toList(), true));
    }

    private Row<?> row(int partition, ToDoubleFunction<DetectorStatus> figure) {
        return Row.of(Tags.of("partition", String.valueOf(partition)), told, statuses -> {
            DetectorStatus status = statuses.get(partition);
            return status == null ? Double.NaN : figure.applyAsDouble(status);
        });
    }

    private static double seconds(@Nullable Instant progress) {
        return progress == null ? Double.NaN : progress.toEpochMilli() / 1e3;
    }
}
