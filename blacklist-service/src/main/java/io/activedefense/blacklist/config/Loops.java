// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.consume.BatchHandler;
import io.activedefense.blacklist.consume.KafkaWatermarks;
import io.activedefense.blacklist.consume.StatusReader;
import io.activedefense.blacklist.consume.TopicConsumer;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.loop.CommitSignal;
import io.activedefense.blacklist.loop.Loop;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.RequiredTopics;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.relay.Relay;
import io.activedefense.blacklist.release.ReleaseLoop;
import io.activedefense.blacklist.release.RetentionLoop;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.status.StatusBoard;
import io.activedefense.blacklist.watch.DeviceWatch;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.activedefense.blacklist.watch.ServiceWatch;
import io.activedefense.blacklist.watch.WatchedConsumer;
import io.activedefense.contracts.kafka.ConsumerGroups;
import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The threads of the service, started and ended together. */
final class Loops implements AutoCloseable {
    static final String DETECTIONS_GROUP = ConsumerGroups.BLACKLIST_SERVICE + ".detections";
    static final String SIGHTINGS_GROUP = ConsumerGroups.BLACKLIST_SERVICE + ".sightings";

    private final KafkaConnection kafka;
    private final RequiredTopics topics;
    private final ServiceMeters meters;
    private final Clock clock;
    private final KafkaWatermarks watermarks;
    private final ServiceWatch watch;
    private final List<LoopRunner> runners = new ArrayList<>();

    /**
     * Threads, which don't run yet.
     *
     * @param others that read topics too, and are watched with these
     */
    Loops(
            Persistence persistence,
            Intake intake,
            Devices devices,
            CommitSignal commits,
            ServiceMeters meters,
            KafkaConnection kafka,
            RequiredTopics topics,
            List<WatchedConsumer> others,
            Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.meters = meters;
        this.clock = clock;
        this.watermarks = new KafkaWatermarks(
                kafka,
                topics,
                Map.of(Topics.DETECTIONS.name(), DETECTIONS_GROUP, Topics.SIGHTINGS.name(), SIGHTINGS_GROUP));
        var board = new StatusBoard();
        var release = new ReleaseLoop(persistence.releases(), board, watermarks);
        var relay =
                new Relay(persistence.outbox(), persistence.leadership(), persistence.truths(devices), kafka, topics);
        LoopRunner relayRunner = run("blacklist-relay", relay);
        commits.subscribe(relayRunner::wake);
        run("blacklist-release", release);
        run("blacklist-retention", new RetentionLoop(persistence.retention(), persistence.settings(), clock));
        this.watch = new ServiceWatch(
                board,
                release,
                relay,
                relayRunner,
                Stream.concat(consumers(intake, board).stream(), others.stream())
                        .toList(),
                watermarks,
                persistence.blacklist(),
                new DeviceWatch(board, devices, persistence.settings(), clock),
                meters);
        run("blacklist-watch", watch);
    }

    Loops started() {
        runners.forEach(LoopRunner::start);
        return this;
    }

    ServiceStatus status() {
        return watch;
    }

    List<LoopRunner> runners() {
        return List.copyOf(runners);
    }

    @Override
    public void close() {
        runners.forEach(LoopRunner::stop);
        // All at once: with Kafka away each of them may use up its patience.
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            runners.forEach(runner -> closing.execute(runner::close));
        }
        watermarks.close();
    }

    private List<WatchedConsumer> consumers(Intake intake, StatusBoard board) {
        var statuses = new StatusReader(kafka, topics, board, meters.poisoned(Topics.DETECTOR_STATUS));
        return List.of(
                consumer("blacklist-detections", Topics.DETECTIONS, DETECTIONS_GROUP, intake::detections),
                consumer("blacklist-sightings", Topics.SIGHTINGS, SIGHTINGS_GROUP, intake::sightings),
                new WatchedConsumer(Topics.DETECTOR_STATUS, null, run("blacklist-statuses", statuses)));
    }

    private <V> WatchedConsumer consumer(String name, Topic<?, V> topic, String group, BatchHandler<V> handler) {
        var consumer = new TopicConsumer<>(topic, group, kafka, topics, handler, meters.poisoned(topic));
        return new WatchedConsumer(topic, group, run(name, consumer));
    }

    private LoopRunner run(String name, Loop loop) {
        var runner = new LoopRunner(name, loop, clock);
        runners.add(runner);
        return runner;
    }
}
