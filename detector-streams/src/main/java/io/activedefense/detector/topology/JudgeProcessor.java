// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.UnreadableEventException;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.detector.listed.ListedSources;
import io.activedefense.detector.settings.SettingsHolder;
import io.activedefense.detector.settings.SettingsInForce;
import io.activedefense.detector.source.Detector;
import io.activedefense.detector.source.DetectorState;
import io.activedefense.detector.source.IgnoredReason;
import io.activedefense.detector.source.Outlet;
import io.activedefense.detector.status.ToldStatuses;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The detector as a processor of one task: events in; detections, sightings, dead letters and its status out. */
final class JudgeProcessor implements Processor<byte[], byte[], String, Object>, Outlet {
    private static final Duration TELL_INTERVAL = Duration.ofMillis(50);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private static final int LONGEST_DEAD_LETTER = 64 * 1024;

    private final ProcessorContext<String, Object> context;
    private final DetectorState state;
    private final CommitPace pace;
    private final SettingsHolder settings;
    private final ToldStatuses told;
    private final RestoreWatch restores;
    private final TaskGauges gauges;
    private final TaskCounts counts;
    private final Detector detector;
    private @Nullable DetectorStatus lastStatus;
    private long appendedMillis;

    JudgeProcessor(
            ProcessorContext<String, Object> context,
            DetectorState state,
            CommitPace pace,
            ListedSources listed,
            SettingsHolder settings,
            ToldStatuses told,
            RestoreWatch restores,
            DetectorMeters meters) {
        this.context = context;
        this.state = state;
        state.takeUp();
        this.pace = pace;
        this.settings = settings;
        this.told = told;
        this.restores = restores;
        this.gauges = meters.tasks();
        this.counts = new TaskCounts(meters, context::currentSystemTimeMs);
        this.detector = new Detector(state, listed, this, counts);
        context.schedule(TELL_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::commitWhatWasDetected);
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        appendedMillis = record.timestamp();
        pace.goesOn(context.currentSystemTimeMs());
        try {
            FirewallEvent event = RecordedEvent.of(record.key(), record.value(), record.timestamp());
            detector.judge(event, record.timestamp(), inForce());
        } catch (UnreadableEventException e) {
            counts.ignored(IgnoredReason.UNREADABLE);
            forward(DetectorTopology.DEAD_LETTERS, "detector", deadLetter(record.value()), headers(e));
        }
    }

    @Override
    public void detection(Detection detection) {
        pace.want(context.currentSystemTimeMs() - appendedMillis);
        forward(DetectorTopology.DETECTIONS, detection.source().toString(), detection, new RecordHeaders());
    }

    @Override
    public void sighting(Sighting sighting) {
        forward(DetectorTopology.SIGHTINGS, sighting.source().toString(), sighting, new RecordHeaders());
    }

    /** A detection is told when its transaction commits: soon, and not once a detection. */
    private void commitWhatWasDetected(long nowMillis) {
        pace.goesOn(nowMillis);
        if (pace.isDue(nowMillis)) {
            context.commit();
        }
    }

    private void look(long nowMillis) {
        SettingsInForce inForce = settings.present();
        if (inForce == null) {
            return;
        }
        detector.lookAtDue(inForce);
        DetectorStatus status = status(inForce, Instant.ofEpochMilli(nowMillis));
        if (lastStatus == null || !status.saysTheSameAs(lastStatus)) {
            lastStatus = status;
            gauges.told(status);
            forward(DetectorTopology.STATUS, String.valueOf(status.partition()), status, new RecordHeaders());
        }
    }

    private DetectorStatus status(SettingsInForce inForce, Instant now) {
        int partition = context.taskId().partition();
        return new DetectorStatus(
                partition,
                progress(partition),
                counts.events(),
                counts.lateEvents(),
                counts.ignoredByReason(),
                counts.detectionsByRule(),
                state.size(),
                state.estimatedBytes(),
                counts.overflows(),
                inForce.document().version(),
                state.resetEpoch(),
                inForce.document().on(),
                restores.took(partition).toMillis(),
                now);
    }

    /** A task that has come here and judged nothing yet is as far as was told before: that stays true. */
    private @Nullable Instant progress(int partition) {
        OptionalLong progress = detector.progressMillis();
        return progress.isEmpty() ? told.progressOf(partition) : Instant.ofEpochMilli(progress.getAsLong());
    }

    @Override
    public void close() {
        gauges.left(context.taskId().partition());
    }

    private SettingsInForce inForce() {
        return Objects.requireNonNull(settings.present(), "the detector does not run without settings");
    }

    /** Cut, so that with its headers it surely fits where the record did. */
    private static byte[] deadLetter(byte @Nullable [] value) {
        return value == null ? new byte[0] : Arrays.copyOf(value, Math.min(value.length, LONGEST_DEAD_LETTER));
    }

    private Headers headers(UnreadableEventException why) {
        var headers = new RecordHeaders()
                .add("reason", String.valueOf(why.getMessage()).getBytes(UTF_8));
        context.recordMetadata()
                .ifPresent(metadata -> headers.add("topic", metadata.topic().getBytes(UTF_8))
                        .add("partition", String.valueOf(metadata.partition()).getBytes(UTF_8))
                        .add("offset", String.valueOf(metadata.offset()).getBytes(UTF_8)));
        return headers;
    }

    private void forward(String sink, String key, Object value, Headers headers) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs(), headers), sink);
    }
}
