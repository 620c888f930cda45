// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.contracts.kafka.KafkaConnection;
import io.activedefense.contracts.kafka.TopicCreation;
import io.activedefense.contracts.kafka.TopicLayout;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.settings.SettingsInForce;
import io.activedefense.detector.topology.DetectorMeters;
import io.activedefense.detector.topology.DetectorTopology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kafka Streams running: waits for the broker, starts it paused, lets it go when settings say that the system is
 * on, and starts it anew when it failed.
 */
final class DetectorRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorRunner.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);

    private final KafkaConnection kafka;
    private final TopicLayout layout;
    private final DetectorConfig config;
    private final DetectorMeters meters;
    private final SettingsHolder settings = new SettingsHolder();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable KafkaStreams streams;

    DetectorRunner(KafkaConnection kafka, TopicLayout layout, DetectorConfig config, DetectorMeters meters) {
        this.kafka = kafka;
        this.layout = layout;
        this.config = config;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("detector-runner").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** What it is doing, in a word, and whether that is what it should. */
    Condition condition() {
        KafkaStreams running = streams;
        if (running == null) {
            return new Condition(false, "waiting for Kafka");
        }
        if (settings.present() == null) {
            return new Condition(false, "waiting for settings");
        }
        State state = running.state();
        if (running.isPaused()) {
            return new Condition(true, "off");
        }
        return new Condition(state == State.RUNNING, state.name().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * How the detector is.
     *
     * @param ready whether it does what it should
     * @param what in a word
     */
    record Condition(boolean ready, String what) {}

    private void run() {
        boolean again = true;
        while (again) {
            try {
                createTopics();
                runUntilItStops();
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("The detector could not run; it is tried again: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            again = !stopsWithin(BEFORE_NEXT_TRY);
        }
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.with(Map.of()))) {
            TopicCreation.createMissing(admin, Topics.ALL, layout);
        }
    }

    private void runUntilItStops() throws InterruptedException {
        var topology = new DetectorTopology(new ListedSources(), settings, meters);
        var failed = new CountDownLatch(1);
        try (var running = new KafkaStreams(topology.build(), StreamsSettings.of(kafka, layout, config));
                var confirmation = new OffConfirmation(kafka, topology.told(), InstantSource.system())) {
            running.setGlobalStateRestoreListener(topology.restores());
            running.setUncaughtExceptionHandler(thrown -> {
                LOG.error("A stream thread failed and is replaced", thrown);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            });
            running.setStateListener((now, before) -> {
                if (now == State.ERROR || now == State.NOT_RUNNING) {
                    failed.countDown();
                }
            });
            running.pause();
            settings.listen(document -> follow(running, document));
            streams = running;
            running.start();
            LOG.info("Detector started: threads={} state={}", config.threads(), running.state());
            while (!stopsWithin(BETWEEN_LOOKS) && failed.getCount() > 0) {
                confirmIfOff(running, confirmation);
            }
            running.close(TO_CLOSE);
        } finally {
            streams = null;
            settings.listen(document -> {});
        }
    }

    private void confirmIfOff(KafkaStreams running, OffConfirmation confirmation) throws InterruptedException {
        SettingsInForce inForce = settings.present();
        if (inForce != null
                && !inForce.document().on()
                && running.isPaused()
                && running.state().isRunningOrRebalancing()) {
            confirmation.step(running, inForce.document());
        }
    }

    private static void follow(KafkaStreams running, DefenseSettings document) {
        if (document.on() && running.isPaused()) {
            running.resume();
            LOG.info("Detector on: settings version={}", document.version());
        } else if (!document.on() && !running.isPaused()) {
            running.pause();
            LOG.info("Detector off: settings version={}", document.version());
        }
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(TO_CLOSE.plusSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
