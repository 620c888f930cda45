// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.consume.KafkaWatermarks;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.LoopRunner.Failure;
import io.activedefense.blacklist.relay.Relay;
import io.activedefense.blacklist.release.ReleaseLoop;
import io.activedefense.blacklist.status.ConsumerStatus;
import io.activedefense.blacklist.status.RelayStatus;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.status.StatusBoard;
import io.activedefense.blacklist.status.StatusReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Looks at everything now and then, and tells from memory. What it can't learn now, it doesn't tell. */
public final class ServiceWatch implements Loop, ServiceStatus {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final StatusBoard board;
    private final ReleaseLoop release;
    private final Relay relay;
    private final LoopRunner relayRunner;
    private final List<WatchedConsumer> consumers;
    private final KafkaWatermarks watermarks;
    private final Blacklist blacklist;
    private final ServiceMeters meters;
    private final DeviceWatch devices;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private volatile @Nullable Long waiting;
    private volatile @Nullable Long listed;

    public ServiceWatch(
            StatusBoard board,
            ReleaseLoop release,
            Relay relay,
            LoopRunner relayRunner,
            List<WatchedConsumer> consumers,
            KafkaWatermarks watermarks,
            Blacklist blacklist,
            DeviceWatch devices,
            ServiceMeters meters) {
        this.board = board;
        this.release = release;
        this.relay = relay;
        this.relayRunner = relayRunner;
        this.consumers = List.copyOf(consumers);
        this.watermarks = watermarks;
        this.blacklist = blacklist;
        this.devices = devices;
        this.meters = meters;
        meters.watch(this::report, () -> listed);
        consumers.forEach(consumer -> meters.watchLag(
                consumer.topic(), () -> lags.get(consumer.topic().name())));
    }

    @Override
    public Duration step() throws ExecutionException, InterruptedException {
        lookAtDatabase();
        lookAtKafka();
        return EVERY;
    }

    @Override
    public StatusReport report() {
        return new StatusReport(
                board.detector(),
                release.judgedUpTo().orElse(null),
                release.eventsWaiting().orElse(null),
                board.bridges(),
                devices.states(),
                consumers.stream().map(this::status).toList(),
                relayStatus());
    }

    private void lookAtDatabase() {
        waiting = null;
        listed = null;
        waiting = relay.waiting();
        listed = blacklist.listed();
        devices.look();
    }

    private void lookAtKafka() throws ExecutionException, InterruptedException {
        lags.clear();
        for (WatchedConsumer consumer : consumers) {
            if (consumer.group() != null) {
                long lag = watermarks.waiting(consumer.topic().name(), consumer.group()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                lags.put(consumer.topic().name(), lag);
            }
        }
    }

    private ConsumerStatus status(WatchedConsumer consumer) {
        Failure failure = consumer.failure().orElse(null);
        return new ConsumerStatus(
                consumer.topic().name(),
                consumer.isRunning(),
                lags.get(consumer.topic().name()),
                meters.poisonedIn(consumer.topic()),
                failure == null ? null : failure.message(),
                failure == null ? null : failure.at());
    }

    private RelayStatus relayStatus() {
        Failure failure = relayRunner.failure().orElse(null);
        return new RelayStatus(
                relay.isLeading(),
                waiting,
                relay.published(),
                failure == null ? null : failure.message(),
                failure == null ? null : failure.at());
    }
}
